/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Counting. Mail is learned in any order, and the same message more than once: whenever it is opened.
 */
#include "config.h"

#include "memory/buoy-sender-record.h"

#include <string.h>

#define SECONDS_A_DAY (24 * 60 * 60)
#define OUTCOME_BITS 3u /* of a mark; the others are the time of receipt, to four seconds */

/* What checking a message's sender came to. */
typedef enum
{
  OUTCOME_UNCHECKED = 0,
  OUTCOME_PROVEN = 1,
  OUTCOME_UNPROVEN = 2,
  OUTCOME_PROVEN_HEADER = 3 /* of which only the header was read */
} Outcome;

static gboolean
is_proven (Outcome outcome)
{
  return outcome == OUTCOME_PROVEN || outcome == OUTCOME_PROVEN_HEADER;
}

static const guint max_traits[BUOY_N_TRAITS] = {
  [BUOY_TRAIT_SITES] = BUOY_LESSON_MAX_SITES,
  [BUOY_TRAIT_ORGANISATIONS] = 3, /* a company's own servers, a service for newsletters, one for bills */
  [BUOY_TRAIT_REPLIES] = BUOY_LESSON_MAX_REPLIES,
  [BUOY_TRAIT_DAYS] = 4,  /* more than anybody asks for */
  [BUOY_TRAIT_MARKS] = 6, /* likewise; a busier sender's old mail may be counted again when it is opened again */
  [BUOY_TRAIT_JUNK] = 3,  /* of more the reader will not think again */
  [BUOY_TRAIT_CHECKERS] = 3,
  [BUOY_TRAIT_UNPROVEN] = 1,
};

static gint
find_trait (const BuoyTraits *traits, guint32 value)
{
  for (guint i = 0; i < traits->n; i++)
    if (traits->values[i] == value)
      return (gint) i;
  return -1;
}

static void
remove_trait (BuoyTraits *traits, guint index)
{
  traits->n--;
  memmove (traits->values + index, traits->values + index + 1, (traits->n - index) * sizeof traits->values[0]);
}

static void
add_trait (BuoySenderRecord *record, BuoyTrait trait, guint32 value)
{
  BuoyTraits *traits = &record->traits[trait];

  if (value == 0 || find_trait (traits, value) >= 0)
    return;
  while (traits->n >= max_traits[trait]) /* more than that: a damaged value */
    remove_trait (traits, 0);
  traits->values[traits->n++] = value;
}

gboolean
buoy_sender_record_has (const BuoySenderRecord *record, BuoyTrait trait, guint32 value)
{
  return find_trait (&record->traits[trait], value) >= 0;
}

gboolean
buoy_sender_record_is_full (const BuoySenderRecord *record, BuoyTrait trait)
{
  return record->traits[trait].n >= max_traits[trait];
}

gboolean
buoy_sender_record_was_warned (const BuoySenderRecord *record)
{
  return record->was_warned || record->traits[BUOY_TRAIT_JUNK].n > 0;
}

gboolean
buoy_sender_record_was_proven_by (const BuoySenderRecord *record, guint32 checker)
{
  return checker != 0 && (record->checker == checker || buoy_sender_record_has (record, BUOY_TRAIT_CHECKERS, checker));
}

guint16
buoy_sender_record_day_of (gint64 seconds)
{
  return (guint16) CLAMP (seconds / SECONDS_A_DAY, 1, G_MAXUINT16);
}

static void
count (guint16 *number)
{
  *number = MIN (*number + 1, G_MAXUINT16);
}

static void
widen (guint16 *first, guint16 *last, guint16 day)
{
  *first = *first == 0 ? day : MIN (*first, day);
  *last = MAX (*last, day);
}

/* That a sender was never warned of excuses something later. Only messages that were read completely count as that. */
static void
add_content (BuoySenderRecord *record, const BuoyLesson *lesson)
{
  if (!lesson->is_header)
    widen (&record->first_proven, &record->last_proven, buoy_sender_record_day_of (lesson->received_at));
  for (guint i = 0; i < lesson->n_sites; i++)
    add_trait (record, BUOY_TRAIT_SITES, lesson->sites[i]);
  for (guint i = 0; i < lesson->n_replies; i++)
    add_trait (record, BUOY_TRAIT_REPLIES, lesson->replies[i]);
}

/* The newest day with proven mail, also with such of which only the header was read; 0 if there is none. */
static guint
find_newest_proven (const BuoySenderRecord *record)
{
  const BuoyTraits *days = &record->traits[BUOY_TRAIT_DAYS];
  guint newest = record->last_proven;

  for (guint i = 0; i < days->n; i++)
    newest = MAX (newest, days->values[i]);
  return newest;
}

guint
buoy_sender_record_get_proven_days (const BuoySenderRecord *record)
{
  const BuoyTraits *days = &record->traits[BUOY_TRAIT_DAYS];
  const BuoyTraits *unproven = &record->traits[BUOY_TRAIT_UNPROVEN];
  guint first = G_MAXUINT;
  guint newest = 0;

  for (guint i = 0; i < days->n; i++)
    {
      first = MIN (first, days->values[i]);
      newest = MAX (newest, days->values[i]);
    }
  /* records that were written before have no day of what was checked in vain */
  if (days->n == 0 || (record->n_unproven > 0 && (unproven->n == 0 || unproven->values[0] >= first)))
    return 0;
  return newest - first;
}

static void
add_proven (BuoySenderRecord *record, const BuoyLesson *lesson)
{
  const guint16 day = buoy_sender_record_day_of (lesson->received_at);

  count (&record->n_proven);
  if (!buoy_sender_record_has (record, BUOY_TRAIT_DAYS, day))
    count (&record->n_days);
  if (day >= find_newest_proven (record))
    record->checker = lesson->checker;
  add_trait (record, BUOY_TRAIT_CHECKERS, lesson->checker);
  add_trait (record, BUOY_TRAIT_DAYS, day);
  record->proofs |= lesson->proofs;
  add_trait (record, BUOY_TRAIT_ORGANISATIONS, lesson->organisation);
  add_content (record, lesson);
}

/* By another server than those that found the proofs: nothing can be compared. */
static Outcome
outcome_of (const BuoySenderRecord *record, const BuoyLesson *lesson)
{
  if (lesson->proofs != 0)
    return lesson->is_header ? OUTCOME_PROVEN_HEADER : OUTCOME_PROVEN;
  return lesson->is_unproven && (record->checker == 0 || buoy_sender_record_was_proven_by (record, lesson->checker))
             ? OUTCOME_UNPROVEN
             : OUTCOME_UNCHECKED;
}

static gint
find_moment (const BuoyTraits *marks, gint64 seconds)
{
  for (guint i = 0; i < marks->n; i++)
    if ((marks->values[i] & ~OUTCOME_BITS) == ((guint32) seconds & ~OUTCOME_BITS))
      return (gint) i;
  return -1;
}

static guint32
moment_of (const BuoyLesson *lesson)
{
  return (guint32) lesson->received_at & ~OUTCOME_BITS;
}

/* -1 if the message is not among those counted last. */
static gint
find_mark (const BuoyTraits *marks, const BuoyLesson *lesson)
{
  return find_moment (marks, lesson->received_at);
}

/* The same if it was counted by another of its Received lines: which one counts changes when more is learned about the
 * receiving side, and when the message is fetched through another server. A sender may write any time into lines of his
 * own. Then his message is taken for an earlier one and is not counted, which excuses nothing; what it is like never
 * replaces what the earlier one was, except by proof. To take a message out of the numbers, its own time is needed, or
 * forged mail that is warned of would take out what is known of the honest sender.
 */
static gint
find_counted (const BuoyTraits *marks, const BuoyLesson *lesson)
{
  gint index = find_mark (marks, lesson);

  for (guint i = 0; i < lesson->n_lines && index < 0; i++)
    index = find_moment (marks, lesson->lines[i]);
  return index;
}

static void
uncount (guint16 *number)
{
  *number -= MIN (*number, 1);
}

/* A message that was counted before its proof was found, since keys are looked up later, or before all of it was read.
 */
static void
prove (BuoySenderRecord *record, const BuoyLesson *lesson, guint32 *mark)
{
  const Outcome before = *mark & OUTCOME_BITS;

  *mark = moment_of (lesson) | outcome_of (record, lesson);
  if (before == OUTCOME_UNPROVEN)
    uncount (&record->n_unproven);
  if (is_proven (before))
    add_content (record, lesson);
  else
    add_proven (record, lesson);
}

static gboolean
forget_junk (BuoySenderRecord *record, const BuoyLesson *lesson)
{
  BuoyTraits *junk = &record->traits[BUOY_TRAIT_JUNK];
  const gint index = find_mark (junk, lesson);

  if (index >= 0)
    remove_trait (junk, (guint) index);
  return index >= 0;
}

/* The day counts: whoever goes on is not forgotten as one who was not seen for long. Whether that changes anything. */
static gboolean
see (BuoySenderRecord *record, const BuoyLesson *lesson)
{
  const guint16 first = record->first;
  const guint16 last = record->last;

  widen (&record->first, &record->last, buoy_sender_record_day_of (lesson->received_at));
  return record->first != first || record->last != last;
}

/* Anyone can have a message warned of that only claims to be the sender's. */
static gboolean
warn (BuoySenderRecord *record, const BuoyLesson *lesson)
{
  const gboolean was_warned = record->was_warned;

  if (lesson->proofs == 0)
    return FALSE;
  record->was_warned = TRUE;
  return see (record, lesson) || !was_warned;
}

/* Takes out of the numbers what a message was counted as. */
static gboolean
uncount_message (BuoySenderRecord *record, const BuoyLesson *lesson)
{
  BuoyTraits *marks = &record->traits[BUOY_TRAIT_MARKS];
  const gint index = find_mark (marks, lesson);
  const guint32 outcome = index >= 0 ? marks->values[index] & OUTCOME_BITS : OUTCOME_UNCHECKED;

  if (index < 0)
    return FALSE;
  uncount (&record->n_messages);
  if (is_proven (outcome))
    uncount (&record->n_proven);
  if (outcome == OUTCOME_UNPROVEN)
    uncount (&record->n_unproven);
  remove_trait (marks, (guint) index);
  return TRUE;
}

static void
count_unproven (BuoySenderRecord *record, const BuoyLesson *lesson)
{
  const BuoyTraits *newest = &record->traits[BUOY_TRAIT_UNPROVEN];
  const guint16 day = buoy_sender_record_day_of (lesson->received_at);

  count (&record->n_unproven);
  if (newest->n == 0 || day > newest->values[0])
    add_trait (record, BUOY_TRAIT_UNPROVEN, day);
}

static void
add_new (BuoySenderRecord *record, const BuoyLesson *lesson, Outcome outcome)
{
  add_trait (record, BUOY_TRAIT_MARKS, moment_of (lesson) | outcome);
  count (&record->n_messages);
  see (record, lesson);
  if (is_proven (outcome))
    add_proven (record, lesson);
  if (outcome == OUTCOME_UNPROVEN)
    count_unproven (record, lesson);
}

/* Older than all messages that are known one by one: a look back was here before. */
static gboolean
was_looked_at (const BuoySenderRecord *record, const BuoyLesson *lesson)
{
  const BuoyTraits *marks = &record->traits[BUOY_TRAIT_MARKS];

  if (!lesson->is_header || !buoy_sender_record_is_full (record, BUOY_TRAIT_MARKS))
    return FALSE;
  for (guint i = 0; i < marks->n; i++)
    if (moment_of (lesson) >= (marks->values[i] & ~OUTCOME_BITS))
      return FALSE;
  return TRUE;
}

static gboolean
tells_more (Outcome outcome, Outcome before)
{
  return outcome == OUTCOME_PROVEN ? before != OUTCOME_PROVEN : is_proven (outcome) && !is_proven (before);
}

gboolean
buoy_sender_record_add (BuoySenderRecord *record, const BuoyLesson *lesson)
{
  BuoyTraits *marks = &record->traits[BUOY_TRAIT_MARKS];
  const Outcome outcome = outcome_of (record, lesson);
  const gboolean was_junk = forget_junk (record, lesson);
  gint index;

  if (lesson->is_warned) /* an earlier step may not have found what a later one did */
    return warn (record, lesson) | uncount_message (record, lesson) | was_junk;
  if (was_looked_at (record, lesson))
    return was_junk;
  index = find_counted (marks, lesson);
  if (index < 0)
    add_new (record, lesson, outcome);
  else if (tells_more (outcome, marks->values[index] & OUTCOME_BITS))
    prove (record, lesson, &marks->values[index]);
  else
    return was_junk;
  return TRUE;
}

static gboolean
call_junk (BuoySenderRecord *record, const BuoyLesson *lesson)
{
  if (lesson->proofs == 0 || find_mark (&record->traits[BUOY_TRAIT_JUNK], lesson) >= 0)
    return FALSE;
  record->was_warned |= buoy_sender_record_is_full (record, BUOY_TRAIT_JUNK);
  add_trait (record, BUOY_TRAIT_JUNK, moment_of (lesson));
  see (record, lesson);
  return TRUE;
}

gboolean
buoy_sender_record_take_back (BuoySenderRecord *record, const BuoyLesson *lesson)
{
  const gboolean was_counted = uncount_message (record, lesson);

  return call_junk (record, lesson) || was_counted;
}
