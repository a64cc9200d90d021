/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A file to which several processes append lines at the same time, and which may be rotated meanwhile.
 */
#pragma once

#include <glib.h>

/* Appends @line and a newline to the file at @path, which is created if missing (0640; folders 0750). */
gboolean buoy_event_file_append (const char *path, const char *line, GError **error);
