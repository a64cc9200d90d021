/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The lines of a data file with groups of "key=value". They are read in place, at each start of a program, for which
 * GKeyFile would take longer than everything else does.
 */
#pragma once

#include <glib.h>

typedef struct
{
  const char *group; /* of the last line that was read; NULL before the first group */
  char *key;
  char *value;
  /*< private >*/
  char *rest; /* NULL at the end */
  guint number;
} BuoyDataLines;

/* Begins with @text, which is written to and has to live as long as what is read from it. */
void buoy_data_lines_init (BuoyDataLines *lines, char *text);

/* Reads the next line that has a key. FALSE at the end; with BUOY_ERROR_DATA if a line is neither a comment, a group,
 * nor a key with a value, or if it is before the first group. There are no escapes.
 */
gboolean buoy_data_lines_next (BuoyDataLines *lines, GError **error);

/* The items of @value, with ";" between them, and possibly after the last. The items stay in @value. (transfer
 * container) (array zero-terminated=1)
 */
char **buoy_data_split (char *value);
