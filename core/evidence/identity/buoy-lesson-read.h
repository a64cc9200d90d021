/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What can be learned about the sender from one message.
 */
#pragma once

#include "evidence/buoy-evidence.h"
#include "memory/buoy-lesson.h"

/* Returns: (transfer full) (nullable): what the message teaches; NULL if it has no sender or no date of receipt, or is
 * an attachment
 */
BuoyLesson *buoy_lesson_read (const BuoyEvidence *evidence);

/* The same if only From is known, for a lookup; NULL if it has no domain. (transfer full) */
BuoyLesson *buoy_lesson_of_sender (const BuoyMailbox *from);

/* Whether the receiving side checked the message and found no proof that it is from From. FALSE for known lists, which
 * break proofs, and if name servers did not answer.
 */
gboolean buoy_lesson_is_unproven (const BuoyEvidence *evidence);

/* Whether enough mail of the message's list is remembered, handed in by the organisation that handed this one in, and
 * the reader called none of it junk.
 */
gboolean buoy_lesson_is_of_known_list (const BuoyEvidence *evidence);

/* Sets the names by which @list (nullable) is remembered, unless it is unknown who handed the message in. */
void buoy_lesson_set_list (BuoyLesson *lesson, const char *list, const BuoyOrigin *origin);

/* The hash by which the site of @host is remembered. */
guint32 buoy_lesson_site_of (const char *host);

/* The hash by which the organisation of the server that handed the message in is remembered; 0 if unknown. */
guint32 buoy_lesson_organisation_of (const BuoyOrigin *origin);

/* The same for the organisation of the server that accepted it. */
guint32 buoy_lesson_checker_of (const BuoyOrigin *origin);
