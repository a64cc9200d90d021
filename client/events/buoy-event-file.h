/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A file to which many processes append lines at once, and which others take away.
 */
#pragma once

#include <glib.h>

/* Appends @line and a line end to the file at @path, which is made if it is missing (0640; folders 0750). */
gboolean buoy_event_file_append (const char *path, const char *line, GError **error);
