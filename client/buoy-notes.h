/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The file of warnings that the reader found wrong, one JSON object per line.
 */
#pragma once

#include "bellbuoy.h"

/* Adds @note, a line without newline, to the file in @folder, which is created if missing. FALSE with @error set if
 * that fails: then the file is unchanged. Several threads and programs may do so at once.
 */
gboolean buoy_notes_add (const char *folder, const char *note, GError **error);

/* Notes that the warning of @verdict was wrong, in the user's own folder. */
gboolean buoy_notes_write (BuoyVerdict *verdict, GError **error);

/* The subject of a mail to the reader's administrator. */
const char *buoy_notes_get_subject (void);

/* The answer to a reader who found a warning wrong; @trouble: why it could not be noted, NULL if it was.
 * (transfer full)
 */
char *buoy_notes_thank (const char *trouble);
