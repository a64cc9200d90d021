/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The public part of the check table.
 */
#pragma once

#include "buoy-types.h"

G_BEGIN_DECLS

#define BUOY_TYPE_CHECK (buoy_check_get_type ())

/**
 * BuoyCheck:
 *
 * A row of the check table: a check's identifier, its texts and its strength. Checks are constants of the library and
 * are never freed.
 *
 * Since: 0.2
 */
typedef struct _BuoyCheck BuoyCheck;

BUOY_AVAILABLE_IN_0_2 GType buoy_check_get_type (void);
BUOY_AVAILABLE_IN_0_2 const BuoyCheck *buoy_check_get_nth (guint index);
BUOY_AVAILABLE_IN_0_2 const char *buoy_check_get_id (const BuoyCheck *check);
BUOY_AVAILABLE_IN_0_2 BuoyStrength buoy_check_get_strength (const BuoyCheck *check);
BUOY_AVAILABLE_IN_0_2 const char *buoy_check_get_title (const BuoyCheck *check);
BUOY_AVAILABLE_IN_0_2 const char *buoy_check_get_explanation (const BuoyCheck *check);
BUOY_AVAILABLE_IN_0_2 gboolean buoy_check_needs_network (const BuoyCheck *check);

G_END_DECLS
