/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "verdict/lesson-record.h"

#define MAX_PROOFS (BUOY_PROOF_SPF | BUOY_PROOF_DKIM | BUOY_PROOF_DMARC)

#define SITE(i) BUOY_NUMBER (BuoyLesson, sites[i], G_MAXUINT32)
#define REPLY(i) BUOY_NUMBER (BuoyLesson, replies[i], G_MAXUINT32)
#define LINE(i) BUOY_TIME (BuoyLesson, lines[i])
#define NAME(i) BUOY_MAYBE_TEXT (BuoyLesson, names[i].key), BUOY_BOOLEAN (BuoyLesson, names[i].is_person)

static gpointer
make_lesson (void)
{
  return buoy_lesson_new ();
}

static void
free_lesson (gpointer lesson)
{
  buoy_lesson_unref (lesson);
}

static const BuoyField lesson_fields[] = {
  BUOY_TEXT (BuoyLesson, sender),
  BUOY_BOOLEAN (BuoyLesson, is_address),
  BUOY_TEXT (BuoyLesson, home),
  BUOY_TIME (BuoyLesson, received_at),
  BUOY_NUMBER (BuoyLesson, proofs, MAX_PROOFS),
  BUOY_BOOLEAN (BuoyLesson, is_unproven),
  BUOY_BOOLEAN (BuoyLesson, is_warned),
  BUOY_NUMBER (BuoyLesson, n_lines, BUOY_LESSON_MAX_LINES),
  LINE (0),
  LINE (1),
  LINE (2),
  LINE (3),
  LINE (4),
  LINE (5),
  LINE (6),
  LINE (7),
  BUOY_MAYBE_TEXT (BuoyLesson, list),
  BUOY_MAYBE_TEXT (BuoyLesson, list_server),
  BUOY_NUMBER (BuoyLesson, checker, G_MAXUINT32),
  BUOY_NUMBER (BuoyLesson, organisation, G_MAXUINT32),
  BUOY_NUMBER (BuoyLesson, n_sites, BUOY_LESSON_MAX_SITES),
  SITE (0),
  SITE (1),
  SITE (2),
  SITE (3),
  SITE (4),
  SITE (5),
  SITE (6),
  SITE (7),
  SITE (8),
  SITE (9),
  SITE (10),
  SITE (11),
  BUOY_NUMBER (BuoyLesson, n_replies, BUOY_LESSON_MAX_REPLIES),
  REPLY (0),
  REPLY (1),
  REPLY (2),
  BUOY_NUMBER (BuoyLesson, n_names, BUOY_LESSON_MAX_NAMES),
  NAME (0),
  NAME (1),
  NAME (2),
  NAME (3),
};
G_STATIC_ASSERT (BUOY_LESSON_MAX_SITES == 12 && BUOY_LESSON_MAX_REPLIES == 3 && BUOY_LESSON_MAX_NAMES == 4
                 && BUOY_LESSON_MAX_LINES == 8);

const BuoyRecordType buoy_lesson_record = BUOY_RECORD_TYPE (lesson_fields, make_lesson, free_lesson);

gboolean
buoy_lesson_is_sound (const BuoyLesson *lesson)
{
  for (guint i = 0; i < BUOY_LESSON_MAX_NAMES; i++)
    if ((lesson->names[i].key != NULL) != (i < lesson->n_names))
      return FALSE;
  return (lesson->list != NULL) == (lesson->list_server != NULL) && *lesson->sender != '\0' && *lesson->home != '\0';
}
