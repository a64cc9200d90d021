/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The file of warnings that the reader found wrong, one JSON object per line.
 */
#pragma once

#include "bellbuoy.h"

/* Adds @note, one line without a newline, to the file in @folder, which is created if missing. If that fails, returns
 * FALSE with @error set and leaves the file unchanged. Several threads and programs may do so at once.
 */
gboolean buoy_notes_add (const char *folder, const char *note, GError **error);

/* Removes the newest line that equals @note; returns TRUE if there was one. If that fails, returns FALSE with @error
 * set and leaves the file unchanged.
 */
gboolean buoy_notes_remove (const char *folder, const char *note, GError **error);

/* Records in the user's own folder that the warning of @verdict was wrong, or removes that record. */
gboolean buoy_notes_write (BuoyVerdict *verdict, GError **error);
gboolean buoy_notes_take_back (BuoyVerdict *verdict, GError **error);

/* The subject of a mail to the reader's administrator. */
const char *buoy_notes_get_subject (void);

/* The state of a note. */
typedef enum
{
  BUOY_NOTE_ASKED, /* nothing is written yet; the reader is asked */
  BUOY_NOTE_NOTED,
  BUOY_NOTE_FAILED, /* it could not be noted */
  BUOY_NOTE_REMOVED,
  BUOY_NOTE_STAYS /* it is noted still: it could not be removed */
} BuoyNoteState;

/* The text for a reader who finds a warning wrong. @address: (nullable): where the organisation collects such reports.
 * @trouble: why writing failed. (transfer full)
 */
char *buoy_notes_tell (BuoyNoteState state, const char *address, const char *trouble);
