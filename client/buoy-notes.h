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

/* Removes the newest line that equals @note; TRUE if there was one. FALSE with @error set if that fails: then the file
 * is unchanged.
 */
gboolean buoy_notes_remove (const char *folder, const char *note, GError **error);

/* Notes that the warning of @verdict was wrong, in the user's own folder, or takes that back. */
gboolean buoy_notes_write (BuoyVerdict *verdict, GError **error);
gboolean buoy_notes_take_back (BuoyVerdict *verdict, GError **error);

/* The subject of a mail to the reader's administrator. */
const char *buoy_notes_get_subject (void);

/* What is done with a note. */
typedef enum
{
  BUOY_NOTE_ASKED, /* nothing yet: the reader is asked */
  BUOY_NOTE_NOTED,
  BUOY_NOTE_FAILED, /* it could not be noted */
  BUOY_NOTE_REMOVED,
  BUOY_NOTE_STAYS /* it is noted still: it could not be removed */
} BuoyNoteState;

/* What to tell a reader who finds a warning wrong. @address: where an organisation wants to have such reports, NULL.
 * @trouble: why it failed. (transfer full)
 */
char *buoy_notes_tell (BuoyNoteState state, const char *address, const char *trouble);
