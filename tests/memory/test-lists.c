/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Mailing lists: what teaches one, and what does not.
 */
#include "config.h"

#include "memory/store/buoy-known-sender.h"
#include "memory/store/buoy-memory-private.h"

#define ACCOUNT "work"
#define SECONDS_A_DAY (24 * 60 * 60)
#define FIRST_DAY 20000

#define TALK 5 /* hashes */
#define NEWS 6
#define SERVER 7

static BuoyLesson *
post_new (const char *sender, guint day)
{
  BuoyLesson *lesson = buoy_lesson_new ();

  lesson->sender = g_strdup (sender);
  lesson->home = g_strdup (sender);
  lesson->received_at = (gint64) (FIRST_DAY + day) * SECONDS_A_DAY;
  lesson->list = TALK;
  lesson->organisation = SERVER;
  return lesson;
}

static void
learn (BuoyMemory *memory, const char *sender, guint day, gboolean is_warned, gboolean is_junk)
{
  g_autoptr (BuoyLesson) lesson = post_new (sender, day);

  lesson->is_warned = is_warned;
  g_assert_true (buoy_memory_add_lesson (memory, ACCOUNT, lesson, is_junk, buoy_memory_count_deletions (memory)));
}

static void
assert_list (BuoyMemory *memory, const char *account, guint32 list, guint n_messages, guint n_days)
{
  g_autoptr (BuoyLesson) message = post_new ("new.example", 0);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (BuoySenderMemory) found = NULL;

  message->list = list;
  found = buoy_memory_find_sender (memory, account, message, names);
  g_assert_cmpint (found->sender.n_messages, ==, 0);
  g_assert_cmpint (found->list.n_proven, ==, n_messages);
  g_assert_cmpint (found->list.n_days, ==, n_days);
  g_assert_true (buoy_sender_record_has (&found->list, BUOY_TRAIT_ORGANISATIONS, SERVER) == (n_messages > 0));
}

/* Posts of anybody teach a list, each once. */
static void
test_posts (void)
{
  g_autoptr (BuoyMemory) memory = buoy_memory_new ();

  learn (memory, "bank.example", 1, FALSE, FALSE);
  learn (memory, "lake.example", 2, FALSE, FALSE);
  learn (memory, "lake.example", 2, FALSE, FALSE);
  assert_list (memory, ACCOUNT, TALK, 2, 2);
  assert_list (memory, ACCOUNT, NEWS, 0, 0);
  assert_list (memory, "home", TALK, 0, 0);
}

static void
test_warned (void)
{
  g_autoptr (BuoyMemory) memory = buoy_memory_new ();

  learn (memory, "bank.example", 1, TRUE, FALSE);
  assert_list (memory, ACCOUNT, TALK, 0, 0);
}

static void
test_junk (void)
{
  g_autoptr (BuoyMemory) memory = buoy_memory_new ();

  learn (memory, "bank.example", 1, FALSE, FALSE);
  learn (memory, "bank.example", 2, FALSE, FALSE);
  learn (memory, "bank.example", 2, FALSE, TRUE);
  assert_list (memory, ACCOUNT, TALK, 1, 2);
}

/* A list is no sender, which the reader could see or forget. */
static void
test_no_sender (void)
{
  g_autoptr (BuoyMemory) memory = buoy_memory_new ();
  g_autoptr (GPtrArray) senders = NULL;

  learn (memory, "bank.example", 1, FALSE, FALSE);
  senders = buoy_memory_list_senders (memory, ACCOUNT);
  g_assert_cmpint (senders->len, ==, 1);
  g_assert_cmpint (buoy_memory_count_senders (memory), ==, 1);
}

/* Anyone can name a new list with each message, which must not push out senders. */
static void
test_outlasts (void)
{
  static const char lasting[] = "SELECT sum (proven) FROM sender WHERE NOT " BUOY_MEMORY_IS_SENDER;
  g_autoptr (BuoyMemory) memory = buoy_memory_new ();

  learn (memory, "bank.example", 1, FALSE, FALSE);
  g_assert_cmpint (buoy_memory_get_number (memory, lasting), ==, 0);
  learn (memory, "lake.example", 2, FALSE, FALSE);
  g_assert_cmpint (buoy_memory_get_number (memory, lasting), ==, 1);
}

/* It goes with its account. */
static void
test_forget (void)
{
  g_autoptr (BuoyMemory) memory = buoy_memory_new ();

  learn (memory, "bank.example", 1, FALSE, FALSE);
  g_assert_true (buoy_memory_forget_account (memory, ACCOUNT));
  assert_list (memory, ACCOUNT, TALK, 0, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lists/posts", test_posts);
  g_test_add_func ("/lists/warned", test_warned);
  g_test_add_func ("/lists/junk", test_junk);
  g_test_add_func ("/lists/no-sender", test_no_sender);
  g_test_add_func ("/lists/outlasts", test_outlasts);
  g_test_add_func ("/lists/forget", test_forget);
  return g_test_run ();
}
