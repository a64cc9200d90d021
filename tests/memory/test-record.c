/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Records of senders that are not as we write them.
 */
#include "config.h"

#include "memory/buoy-sender-record.h"

#define SECONDS_A_DAY (24 * 60 * 60)
#define FIRST_DAY 20000
#define SERVER "mx.example"
#define MINUTE 60

/* A damaged value gives some record, and nothing else. */
static void
test_damaged (void)
{
  static const guint8 noise[] = { 7, 255, 0, 3, 200, 9, 9, 9, 1, 128, 64, 32, 16, 8, 4, 2, 1, 0, 255, 254, 9, 17, 3 };

  for (gsize length = 0; length <= sizeof noise; length++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (noise, length);
      BuoySenderRecord record;

      buoy_sender_record_from_bytes (&record, bytes);
      for (guint i = 0; i < BUOY_N_TRAITS; i++)
        g_assert_cmpint (record.traits[i].n, <=, BUOY_TRAITS_MAX);
    }
}

/* More of a kind than there may be; what is learned later fits. */
static void
test_overfull (void)
{
  g_autoptr (GBytes) bytes = NULL;
  BuoySenderRecord record = { 0 };

  for (guint i = 0; i < BUOY_N_TRAITS; i++)
    record.traits[i].n = BUOY_TRAITS_MAX;
  bytes = buoy_sender_record_to_bytes (&record);
  buoy_sender_record_from_bytes (&record, bytes);
  for (guint day = 0; day < BUOY_TRAITS_MAX; day++)
    {
      g_autoptr (BuoyLesson) lesson = buoy_lesson_new ();

      lesson->received_at = (gint64) (FIRST_DAY + day) * SECONDS_A_DAY;
      lesson->proofs = BUOY_PROOF_DKIM;
      lesson->organisation = day + 1;
      g_assert_true (buoy_sender_record_add (&record, lesson));
      g_assert_cmpint (record.traits[BUOY_TRAIT_ORGANISATIONS].n, <=, BUOY_TRAITS_MAX);
      g_assert_cmpint (record.traits[BUOY_TRAIT_ORGANISATIONS].n, ==, 3);
      g_assert_true (buoy_sender_record_has (&record, BUOY_TRAIT_ORGANISATIONS, day + 1));
    }
}

static BuoyLesson *
lesson_new (guint day, guint proofs, const char *checker)
{
  BuoyLesson *lesson = buoy_lesson_new ();

  lesson->received_at = (gint64) (FIRST_DAY + day) * SECONDS_A_DAY;
  lesson->proofs = proofs;
  lesson->is_unproven = proofs == 0;
  lesson->checker = buoy_trait_hash (checker);
  return lesson;
}

static gboolean
add (BuoySenderRecord *record, guint day, guint proofs, const char *checker)
{
  g_autoptr (BuoyLesson) lesson = lesson_new (day, proofs, checker);

  return buoy_sender_record_add (record, lesson);
}

static gboolean
warn (BuoySenderRecord *record, guint day)
{
  g_autoptr (BuoyLesson) lesson = lesson_new (day, BUOY_PROOF_DKIM, SERVER);

  lesson->is_warned = TRUE;
  return buoy_sender_record_add (record, lesson);
}

static gboolean
junk (BuoySenderRecord *record, guint day, guint proofs)
{
  g_autoptr (BuoyLesson) lesson = lesson_new (day, proofs, SERVER);

  return buoy_sender_record_take_back (record, lesson);
}

static void
assert_numbers (const BuoySenderRecord *record, guint n_messages, guint n_proven, guint n_unproven)
{
  g_assert_cmpint (record->n_messages, ==, n_messages);
  g_assert_cmpint (record->n_proven, ==, n_proven);
  g_assert_cmpint (record->n_unproven, ==, n_unproven);
}

/* The reader clicked the wrong button: everything is as before. */
static void
test_junk_undone (void)
{
  BuoySenderRecord record = { 0 };

  add (&record, 2, BUOY_PROOF_DKIM, SERVER);
  add (&record, 9, BUOY_PROOF_DKIM, SERVER);
  g_assert_true (junk (&record, 9, BUOY_PROOF_DKIM));
  g_assert_false (junk (&record, 9, BUOY_PROOF_DKIM));
  assert_numbers (&record, 1, 1, 0);
  g_assert_true (buoy_sender_record_was_warned (&record));
  g_assert_true (add (&record, 9, BUOY_PROOF_DKIM, SERVER));
  assert_numbers (&record, 2, 2, 0);
  g_assert_false (buoy_sender_record_was_warned (&record));
}

/* More junk than is remembered one by one. */
static void
test_junk_often (void)
{
  BuoySenderRecord record = { 0 };

  for (guint day = 0; day < 9; day++)
    junk (&record, day, BUOY_PROOF_DKIM);
  for (guint day = 0; day < 9; day++)
    add (&record, day, BUOY_PROOF_DKIM, SERVER);
  g_assert_true (buoy_sender_record_was_warned (&record));
}

/* Whoever forges the sender, and is called junk, says nothing about it. */
static void
test_junk_forged (void)
{
  BuoySenderRecord record = { 0 };

  add (&record, 1, BUOY_PROOF_DKIM, SERVER);
  g_assert_false (junk (&record, 2, 0));
  assert_numbers (&record, 1, 1, 0);
  g_assert_false (buoy_sender_record_was_warned (&record));
}

/* Only what the server that found the proofs has checked in vain. */
static void
test_unproven (void)
{
  BuoySenderRecord record = { 0 };

  add (&record, 1, BUOY_PROOF_DKIM, SERVER);
  add (&record, 3, 0, "other.example");
  assert_numbers (&record, 2, 1, 0);
  add (&record, 4, 0, SERVER);
  g_assert_false (add (&record, 4, 0, SERVER));
  assert_numbers (&record, 3, 1, 1);
  g_assert_true (add (&record, 4, BUOY_PROOF_SPF, SERVER)); /* it was looked up later */
  assert_numbers (&record, 3, 2, 0);
  add (&record, 5, 0, SERVER);
  assert_numbers (&record, 4, 2, 1);
  g_assert_true (junk (&record, 5, 0));
  assert_numbers (&record, 3, 2, 0);
}

/* Two accounts of the reader, whose servers both found proofs; the third never did. */
static void
test_two_checkers (void)
{
  BuoySenderRecord record = { 0 };
  BuoySenderRecord copy = { 0 };
  g_autoptr (GBytes) bytes = NULL;

  add (&record, 1, BUOY_PROOF_DKIM, SERVER);
  add (&record, 2, BUOY_PROOF_DKIM, "mx.second.example");
  add (&record, 3, 0, SERVER);
  assert_numbers (&record, 3, 2, 1);
  add (&record, 4, 0, "mx.third.example");
  assert_numbers (&record, 4, 2, 1);
  bytes = buoy_sender_record_to_bytes (&record);
  buoy_sender_record_from_bytes (&copy, bytes);
  g_assert_true (buoy_sender_record_was_proven_by (&copy, buoy_trait_hash (SERVER)));
  g_assert_true (buoy_sender_record_was_proven_by (&copy, buoy_trait_hash ("mx.second.example")));
  g_assert_false (buoy_sender_record_was_proven_by (&copy, buoy_trait_hash ("mx.third.example")));
  g_assert_false (buoy_sender_record_was_proven_by (&copy, 0));
}

/* What a later step found: a code in a picture, or what a name server says. */
static void
test_warned_later (void)
{
  BuoySenderRecord record = { 0 };

  add (&record, 1, BUOY_PROOF_DKIM, SERVER);
  add (&record, 2, BUOY_PROOF_DKIM, SERVER);
  g_assert_true (warn (&record, 2));
  assert_numbers (&record, 1, 1, 0);
  g_assert_true (buoy_sender_record_was_warned (&record));
}

/* A look back, which reads headers, and then an old message that another server checked is opened. */
static void
test_checker_of_headers (void)
{
  BuoySenderRecord record = { 0 };

  for (guint day = 10; day < 20; day++)
    {
      g_autoptr (BuoyLesson) lesson = lesson_new (day, BUOY_PROOF_DKIM, SERVER);

      lesson->is_header = TRUE;
      g_assert_true (buoy_sender_record_add (&record, lesson));
    }
  add (&record, 1, BUOY_PROOF_DKIM, "mx.former.example");
  g_assert_cmpuint (record.checker, ==, buoy_trait_hash (SERVER));
  add (&record, 21, BUOY_PROOF_DKIM, "mx.new.example");
  g_assert_cmpuint (record.checker, ==, buoy_trait_hash ("mx.new.example"));
}

/* A message of @day that came through two servers; @n_later: how many minutes later the line is that counts. */
static BuoyLesson *
lesson_of_lines (guint day, guint proofs, guint n_later)
{
  BuoyLesson *lesson = lesson_new (day, proofs, SERVER);

  lesson->lines[0] = lesson->received_at + MINUTE;
  lesson->lines[1] = lesson->received_at;
  lesson->n_lines = 2;
  lesson->received_at += n_later * MINUTE;
  return lesson;
}

static gboolean
add_by_line (BuoySenderRecord *record, guint day, guint proofs, guint n_later)
{
  g_autoptr (BuoyLesson) lesson = lesson_of_lines (day, proofs, n_later);

  return buoy_sender_record_add (record, lesson);
}

/* It is opened again once more is known about the receiving side, or was fetched through another server. */
static void
test_other_line (void)
{
  BuoySenderRecord record = { 0 };

  add_by_line (&record, 1, BUOY_PROOF_DKIM, 0);
  g_assert_false (add_by_line (&record, 1, BUOY_PROOF_DKIM, 1));
  add_by_line (&record, 2, BUOY_PROOF_DKIM, 1);
  g_assert_false (add_by_line (&record, 2, BUOY_PROOF_DKIM, 0));
  assert_numbers (&record, 2, 2, 0);
  add_by_line (&record, 3, 0, 1);
  assert_numbers (&record, 3, 2, 1);
  g_assert_true (add_by_line (&record, 3, BUOY_PROOF_DKIM, 0));
  assert_numbers (&record, 3, 3, 0);
}

/* Forged mail, later, that repeats the lines of an honest message below its own. */
static void
test_repeated_lines (void)
{
  BuoySenderRecord record = { 0 };
  g_autoptr (BuoyLesson) forged = lesson_of_lines (1, 0, 5);

  add_by_line (&record, 1, BUOY_PROOF_DKIM, 0);
  g_assert_false (buoy_sender_record_add (&record, forged));
  g_assert_false (buoy_sender_record_take_back (&record, forged));
  forged->is_warned = TRUE;
  g_assert_false (buoy_sender_record_add (&record, forged));
  assert_numbers (&record, 1, 1, 0);
  g_assert_false (add_by_line (&record, 1, BUOY_PROOF_DKIM, 0));
}

static void
test_as_value (void)
{
  g_autoptr (GBytes) bytes = NULL;
  BuoySenderRecord record = { 0 };
  BuoySenderRecord copy;

  add (&record, 1, BUOY_PROOF_DKIM, SERVER);
  add (&record, 2, 0, SERVER);
  junk (&record, 3, BUOY_PROOF_DKIM);
  bytes = buoy_sender_record_to_bytes (&record);
  buoy_sender_record_from_bytes (&copy, bytes);
  assert_numbers (&copy, 2, 1, 1);
  g_assert_true (buoy_sender_record_was_warned (&copy));
  g_assert_false (copy.was_warned);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/damaged", test_damaged);
  g_test_add_func ("/record/overfull", test_overfull);
  g_test_add_func ("/record/junk-undone", test_junk_undone);
  g_test_add_func ("/record/junk-often", test_junk_often);
  g_test_add_func ("/record/junk-forged", test_junk_forged);
  g_test_add_func ("/record/unproven", test_unproven);
  g_test_add_func ("/record/two-checkers", test_two_checkers);
  g_test_add_func ("/record/warned-later", test_warned_later);
  g_test_add_func ("/record/checker-of-headers", test_checker_of_headers);
  g_test_add_func ("/record/other-line", test_other_line);
  g_test_add_func ("/record/repeated-lines", test_repeated_lines);
  g_test_add_func ("/record/as-value", test_as_value);
  return g_test_run ();
}
