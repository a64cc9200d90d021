/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What somebody else wrote, made fit to be shown. A notice and a story have passed it already; a host passes what else
 * it shows: the address of a link, the name of a file, what an option was given.
 */
#pragma once

#include <glib.h>

#include "buoy-types.h"

G_BEGIN_DECLS

BUOY_AVAILABLE_IN_1_0 char *buoy_shown_text (const char *text);
BUOY_AVAILABLE_IN_1_0 char *buoy_shown_name (const char *name);
BUOY_AVAILABLE_IN_1_0 gboolean buoy_shown_find_owner (const char *host, guint *out_start, guint *out_length);

G_END_DECLS
