/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The accounts at which a first look back has been done, or was stopped by the reader, in a file: what the reader
 * deleted from the memory is not learned again. Only the reader can start over.
 */
#pragma once

#include <glib.h>

/* Its lines: one UID per line, with a mark if it was stopped. (transfer full) */
char **e_buoy_looked_back_read (void);

/* Whether @uid is in @record. */
gboolean e_buoy_looked_back_has (char **record, const char *uid);

/* Adds @uid. Only the thread that looks back may call this. */
void e_buoy_looked_back_add (const char *uid, gboolean is_stopped);
