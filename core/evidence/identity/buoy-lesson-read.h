/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a message teaches about its sender.
 */
#pragma once

#include "evidence/buoy-evidence.h"
#include "memory/buoy-lesson.h"

/* (transfer full), or NULL: it has no sender, or nobody says when it was received. */
BuoyLesson *buoy_lesson_read (const BuoyEvidence *evidence);

/* The same of a message of which nothing but From is known: for a look-up. NULL: it has no sender. */
BuoyLesson *buoy_lesson_of_sender (const BuoyMailbox *from);

/* Whether the receiving side checked who sent the message, and found nothing. A list breaks proofs, and name servers
 * that did not answer leave it open.
 */
gboolean buoy_lesson_is_unproven (const BuoyEvidence *evidence);

/* A site that a link leads to, as remembered. */
guint32 buoy_lesson_site_of (const char *host);

/* The organisation of the server that handed the message in, as remembered; 0: unknown. */
guint32 buoy_lesson_organisation_of (const BuoyOrigin *origin);

/* The organisation of the server that took it in, likewise. */
guint32 buoy_lesson_checker_of (const BuoyOrigin *origin);
