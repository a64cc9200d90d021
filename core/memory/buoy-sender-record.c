/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Counting. Mail is learned in any order, and the same message more than once: whenever it is opened.
 */
#include "config.h"

#include "memory/buoy-sender-record.h"

#include <string.h>

#define SECONDS_A_DAY (24 * 60 * 60)
#define PROVEN_BIT 1u /* of a mark; the others are the time of receipt, to two seconds */

static const guint max_traits[BUOY_N_TRAITS] = {
  [BUOY_TRAIT_SITES] = BUOY_LESSON_MAX_SITES,
  [BUOY_TRAIT_ORGANISATIONS] = 3, /* a company's own servers, a service for newsletters, one for bills */
  [BUOY_TRAIT_LISTS] = 2,
  [BUOY_TRAIT_REPLIES] = BUOY_LESSON_MAX_REPLIES,
  [BUOY_TRAIT_DAYS] = 4,  /* more than anybody asks for */
  [BUOY_TRAIT_MARKS] = 6, /* likewise; a busier sender's old mail may be counted again when it is opened again */
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

static void
add_proven (BuoySenderRecord *record, const BuoyLesson *lesson)
{
  const guint16 day = buoy_sender_record_day_of (lesson->received_at);

  count (&record->n_proven);
  if (!buoy_sender_record_has (record, BUOY_TRAIT_DAYS, day))
    count (&record->n_days);
  add_trait (record, BUOY_TRAIT_DAYS, day);
  if (day >= record->last_proven)
    record->checker = lesson->checker;
  widen (&record->first_proven, &record->last_proven, day);
  record->proofs |= lesson->proofs;
  add_trait (record, BUOY_TRAIT_ORGANISATIONS, lesson->organisation);
  add_trait (record, BUOY_TRAIT_LISTS, lesson->list);
  for (guint i = 0; i < lesson->n_sites; i++)
    add_trait (record, BUOY_TRAIT_SITES, lesson->sites[i]);
  for (guint i = 0; i < lesson->n_replies; i++)
    add_trait (record, BUOY_TRAIT_REPLIES, lesson->replies[i]);
}

static guint32
mark_of (const BuoyLesson *lesson, gboolean is_proven)
{
  const guint32 moment = (guint32) lesson->received_at & ~PROVEN_BIT;

  return is_proven ? moment | PROVEN_BIT : moment;
}

/* A message that was counted before its proof was found: keys are looked up later. */
static gboolean
prove (BuoySenderRecord *record, const BuoyLesson *lesson)
{
  const gint index = find_trait (&record->traits[BUOY_TRAIT_MARKS], mark_of (lesson, FALSE));

  if (index < 0)
    return FALSE;
  record->traits[BUOY_TRAIT_MARKS].values[index] = mark_of (lesson, TRUE);
  add_proven (record, lesson);
  return TRUE;
}

/* Anyone can have a message warned of that only claims to be the sender's. The day counts: whoever goes on is not
 * forgotten as one who was not seen for long.
 */
static gboolean
warn (BuoySenderRecord *record, const BuoyLesson *lesson)
{
  const guint16 first = record->first;
  const guint16 last = record->last;
  const gboolean was_warned = record->was_warned;

  if (lesson->proofs == 0)
    return FALSE;
  record->was_warned = TRUE;
  widen (&record->first, &record->last, buoy_sender_record_day_of (lesson->received_at));
  return !was_warned || record->first != first || record->last != last;
}

gboolean
buoy_sender_record_add (BuoySenderRecord *record, const BuoyLesson *lesson)
{
  const guint16 day = buoy_sender_record_day_of (lesson->received_at);

  if (lesson->is_warned)
    return warn (record, lesson);
  if (buoy_sender_record_has (record, BUOY_TRAIT_MARKS, mark_of (lesson, TRUE)))
    return FALSE;
  if (lesson->proofs != 0 && prove (record, lesson))
    return TRUE;
  if (buoy_sender_record_has (record, BUOY_TRAIT_MARKS, mark_of (lesson, FALSE)))
    return FALSE;
  add_trait (record, BUOY_TRAIT_MARKS, mark_of (lesson, lesson->proofs != 0));
  count (&record->n_messages);
  widen (&record->first, &record->last, day);
  if (lesson->proofs != 0)
    add_proven (record, lesson);
  return TRUE;
}

static gboolean
forget_mark (BuoySenderRecord *record, guint32 mark)
{
  BuoyTraits *marks = &record->traits[BUOY_TRAIT_MARKS];
  const gint index = find_trait (marks, mark);

  if (index >= 0)
    remove_trait (marks, (guint) index);
  return index >= 0;
}

gboolean
buoy_sender_record_take_back (BuoySenderRecord *record, const BuoyLesson *lesson)
{
  gboolean changed = warn (record, lesson);

  if (forget_mark (record, mark_of (lesson, TRUE)))
    {
      record->n_proven -= MIN (record->n_proven, 1);
      record->n_messages -= MIN (record->n_messages, 1);
      changed = TRUE;
    }
  else if (forget_mark (record, mark_of (lesson, FALSE)))
    {
      record->n_messages -= MIN (record->n_messages, 1);
      changed = TRUE;
    }
  return changed;
}
