/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The data files built into the library (data/bellbuoy.gresource.xml).
 */
#pragma once

#include <glib.h>

/* Returns: (transfer full): the bytes of the file called @name, "brands.ini". It is built in, so never missing. */
GBytes *buoy_data_read_bytes (const char *name);

/* Returns: (transfer full): a copy of that file, which can be written to */
char *buoy_data_read_text (const char *name);

/* Returns: (transfer full): the names of the files in @folder */
char **buoy_data_list (const char *folder);
