/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the header of one message tells the memory: whom it is from, and which server accepted it. Plain data.
 */
#pragma once

#include "memory/buoy-hand-over.h"
#include "memory/buoy-lesson.h"

#define BUOY_MAX_SENDER_NAMES 80 /* keys of a display name; an honest one has a few words */

typedef struct
{
  BuoyLesson *sender; /* what is looked up: only the sender, the list and its server are known; NULL if there is none */
  GPtrArray *names;   /* of char *: the keys of all names that From's display name may contain */
  BuoyHandOver *hand_over; /* with strings of its own; NULL if there is nothing to learn */
} BuoyHeaderFacts;

BuoyHeaderFacts *buoy_header_facts_new (void);
void buoy_header_facts_free (gpointer facts);

/* A copy of @hand_over with strings of its own. (transfer full) */
BuoyHandOver *buoy_hand_over_copy (const BuoyHandOver *hand_over);

/* Frees such a copy, with its strings. */
void buoy_hand_over_free (gpointer hand_over);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyHeaderFacts, buoy_header_facts_free)
