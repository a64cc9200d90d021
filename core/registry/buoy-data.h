/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The data files built into the library (data/bellbuoy.gresource.xml).
 */
#pragma once

#include <glib.h>

/* The key file of that name: "brands.ini". Built in and tested, so never NULL; (transfer full). */
GKeyFile *buoy_data_read_key_file (const char *name);

/* The same as bytes. */
GBytes *buoy_data_read_bytes (const char *name);

/* The names of the files in @folder, (transfer full). */
char **buoy_data_list (const char *folder);
