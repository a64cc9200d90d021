/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The file of warnings that the reader found wrong, a line of JSON each.
 */
#pragma once

#include <glib.h>

/* Adds @note, a line without its end, to the file in @folder, which is made where it is missing. FALSE with @error set
 * where it could not be written: then the file is as it was. One thread at a time.
 */
gboolean buoy_notes_add (const char *folder, const char *note, GError **error);

/* What to tell the reader who found a warning wrong; @trouble: why it could not be noted, NULL where it was.
 * (transfer full)
 */
char *buoy_notes_thank (const char *trouble);
