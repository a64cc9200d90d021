/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The words for levels and strengths in JSON and in the protocols of our own hosts.
 */
#pragma once

#include "buoy-for-hosts.h"
#include "buoy-types.h"

G_BEGIN_DECLS

BUOY_FOR_HOSTS const char *buoy_level_to_string (BuoyLevel level);
BUOY_FOR_HOSTS const char *buoy_strength_to_string (BuoyStrength strength);

G_END_DECLS
