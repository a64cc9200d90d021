/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The file of warnings that the reader found wrong, a line of JSON each.
 */
#pragma once

#include "bellbuoy.h"

/* Adds @note, a line without its end, to the file in @folder, which is made where it is missing. FALSE with @error set
 * where it could not be written: then the file is as it was. Several threads and programs may do so at once.
 */
gboolean buoy_notes_add (const char *folder, const char *note, GError **error);

/* Notes that the warning of @verdict was wrong, in the user's own folder. */
gboolean buoy_notes_write (BuoyVerdict *verdict, GError **error);

/* The subject of a mail to those who look after the reader's. */
const char *buoy_notes_get_subject (void);

/* What to tell the reader who found a warning wrong; @trouble: why it could not be noted, NULL where it was.
 * (transfer full)
 */
char *buoy_notes_thank (const char *trouble);
