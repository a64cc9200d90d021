/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Records of senders that are not as we write them.
 */
#include "config.h"

#include "memory/buoy-sender-record.h"

#define SECONDS_A_DAY (24 * 60 * 60)
#define FIRST_DAY 20000

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/damaged", test_damaged);
  g_test_add_func ("/record/overfull", test_overfull);
  return g_test_run ();
}
