/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a sender has to send before his memory excuses or accuses anything.
 */
#include "config.h"

#include "checks/remembered.h"

#define SECONDS_A_DAY (24 * 60 * 60)
#define FIRST_DAY 20000
#define MINUTE 60

typedef enum
{
  PROVEN,
  LOOKED_BACK, /* only its header was read */
  UNPROVEN,
  WARNED,
  JUNK
} Kind;

static void
mail (BuoySenderRecord *record, Kind kind, guint day, guint minute)
{
  g_autoptr (BuoyLesson) lesson = buoy_lesson_new ();

  lesson->received_at = (gint64) (FIRST_DAY + day) * SECONDS_A_DAY + minute * MINUTE;
  lesson->proofs = kind == UNPROVEN ? 0 : BUOY_PROOF_DKIM;
  lesson->is_unproven = kind == UNPROVEN;
  lesson->is_warned = kind == WARNED;
  lesson->is_header = kind == LOOKED_BACK;
  lesson->checker = 1;
  if (kind == JUNK)
    buoy_sender_record_take_back (record, lesson);
  else
    buoy_sender_record_add (record, lesson);
}

/* Whoever buys a domain and sends good mail from it, in the hope that the bad one is excused. */
static const struct
{
  const char *what;
  guint n_messages, n_days, apart; /* so many each day, on days so far apart */
  gboolean is_excused;
  Kind last;  /* of one message more, at the end */
  Kind first; /* of all others */
} poisons[] = {
  { "one message", 1, 1, 0, FALSE, PROVEN },
  { "many on one day", 200, 1, 0, FALSE, PROVEN },
  { "many on two days, a month apart", 200, 2, 31, FALSE, UNPROVEN },
  { "three days over a week", 5, 3, 3, FALSE, PROVEN },
  { "three days over 28", 5, 3, 14, FALSE, UNPROVEN },
  { "a day each for a month", 1, 31, 1, TRUE, PROVEN },
  { "three days over a month", 1, 3, 15, TRUE, PROVEN },
  { "of a year one was warned of", 1, 53, 7, FALSE, WARNED },
  { "of a year one was called junk", 1, 53, 7, FALSE, JUNK },
  { "a forged one at the end", 1, 3, 15, TRUE, UNPROVEN },
  { "a year that was only looked back at", 1, 53, 7, FALSE, LOOKED_BACK, LOOKED_BACK },
  { "a year that was only looked back at, and one message", 1, 53, 7, FALSE, PROVEN, LOOKED_BACK },
};

static void
test_excused (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  BuoySenderRecord record = { 0 };

  for (guint day = 0; day < poisons[i].n_days; day++)
    for (guint n = 0; n < poisons[i].n_messages; n++)
      mail (&record, poisons[i].first, day * poisons[i].apart, n);
  mail (&record, poisons[i].last, (poisons[i].n_days - 1) * poisons[i].apart, 23 * 60);
  g_assert_cmpint (buoy_check_is_long_proven (&record), ==, poisons[i].is_excused);
}

static const struct
{
  const char *what;
  guint n_proven, n_unproven;
  gboolean is_expected;
} shares[] = {
  { "none", 0, 9, FALSE },
  { "one", 1, 0, FALSE },
  { "two", 2, 0, TRUE },
  { "two of three", 2, 1, FALSE },
  { "two of thirty", 2, 28, FALSE },
  { "eight of nine", 8, 1, FALSE },
  { "nine of ten", 9, 1, TRUE },
  { "many", 400, 30, TRUE },
};

/* A proof is missed only of who nearly always has one. */
static void
test_expected (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  BuoySenderRecord record = { 0 };

  for (guint n = 0; n < shares[i].n_proven; n++)
    mail (&record, PROVEN, n, 0);
  for (guint n = 0; n < shares[i].n_unproven; n++)
    mail (&record, UNPROVEN, n, 60);
  g_assert_cmpint (buoy_check_expects_proof (&record), ==, shares[i].is_expected);
}

/* Who began to prove his mail; "u" and "p" with the day of a message, in the order in which they are learned. */
static const struct
{
  const char *what, *mails;
  gboolean is_expected;
} beginnings[] = {
  { "for a month", "u0 u50 p100 p130", TRUE },
  { "learned from the newest", "p130 p100 u50 u0", TRUE },
  { "for some weeks", "u0 u50 p100 p129", FALSE },
  { "on one day", "u0 p100 p100", FALSE },
  { "not the newest", "u0 u50 p100 p130 u131", FALSE },
  { "not on the first day", "u0 u100 p100 p130", FALSE },
  { "now and then", "p0 u50 p100 u120 p130", FALSE },
  { "again, on four days", "p0 u50 u60 p100 p110 p120 p130", TRUE },
};

static void
test_began (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_auto (GStrv) mails = g_strsplit (beginnings[i].mails, " ", -1);
  BuoySenderRecord record = { 0 };

  for (guint n = 0; mails[n] != NULL; n++)
    mail (&record, *mails[n] == 'p' ? PROVEN : UNPROVEN, (guint) g_ascii_strtoull (mails[n] + 1, NULL, 10), n);
  g_assert_cmpint (buoy_check_expects_proof (&record), ==, beginnings[i].is_expected);
}

/* A record of an earlier version, which does not know when mail was checked in vain. */
static void
test_began_unknown (void)
{
  BuoySenderRecord record = { 0 };

  mail (&record, UNPROVEN, 0, 0);
  mail (&record, PROVEN, 100, 0);
  mail (&record, PROVEN, 130, 0);
  g_assert_true (buoy_check_expects_proof (&record));
  record.traits[BUOY_TRAIT_UNPROVEN].n = 0;
  g_assert_false (buoy_check_expects_proof (&record));
}

/* Opening a message that was looked back at counts it no second time, but then it is one that was not warned of. */
static void
test_opened_later (void)
{
  const guint days[] = { 0, 20, 40 };
  BuoySenderRecord record = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    mail (&record, LOOKED_BACK, days[i], 0);
  g_assert_true (buoy_check_expects_proof (&record));
  g_assert_false (buoy_check_is_long_proven (&record));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    mail (&record, PROVEN, days[i], 0);
  g_assert_cmpuint (record.n_proven, ==, G_N_ELEMENTS (days));
  g_assert_true (buoy_check_is_long_proven (&record));
  mail (&record, JUNK, 20, 0);
  g_assert_cmpuint (record.n_proven, ==, G_N_ELEMENTS (days) - 1);
}

/* The reader may ask for it again. */
static void
test_looked_back_twice (void)
{
  BuoySenderRecord record = { 0 };

  for (guint i = 0; i < 2; i++)
    for (guint day = 0; day < 30; day++)
      mail (&record, LOOKED_BACK, day, 0);
  g_assert_cmpuint (record.n_messages, ==, 30);
  g_assert_cmpuint (record.n_days, ==, 30);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (poisons); i++)
    {
      g_autofree char *path = g_strconcat ("/remembered/excused/", poisons[i].what, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_excused);
    }
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autofree char *path = g_strconcat ("/remembered/expected/", shares[i].what, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_expected);
    }
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      g_autofree char *path = g_strconcat ("/remembered/began/", beginnings[i].what, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_began);
    }
  g_test_add_func ("/remembered/began/unknown", test_began_unknown);
  g_test_add_func ("/remembered/opened-later", test_opened_later);
  g_test_add_func ("/remembered/looked-back-twice", test_looked_back_twice);
  return g_test_run ();
}
