/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Parts of a parsed URL: its scheme, its text form, its query.
 */
#pragma once

#include <glib.h>

/* The default port of a special scheme, 0 for file, -1 for others. */
int buoy_url_default_port (const char *scheme);
