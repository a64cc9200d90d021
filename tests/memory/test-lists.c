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

#define TALK "talk.lists.example"
#define NEWS "news.lists.example"
#define SERVER "lists.example"
#define OTHER_SERVER "evil.example"

static BuoyLesson *
post_new (const char *sender, guint day)
{
  BuoyLesson *lesson = buoy_lesson_new ();

  lesson->sender = g_strdup (sender);
  lesson->home = g_strdup (sender);
  lesson->received_at = (gint64) (FIRST_DAY + day) * SECONDS_A_DAY;
  lesson->list = g_strdup (TALK);
  lesson->list_server = g_strdup (SERVER);
  return lesson;
}

static void
learn (BuoyMemory *memory, const char *sender, guint day, gboolean is_warned, gboolean is_junk)
{
  g_autoptr (BuoyLesson) lesson = post_new (sender, day);

  lesson->is_warned = is_warned;
  g_assert_true (buoy_memory_add_lesson (memory, ACCOUNT, lesson, is_junk, buoy_memory_count_deletions (memory)));
}

/* What is remembered of @list, with @server. (transfer full) */
static BuoySenderMemory *
find (BuoyMemory *memory, const char *account, const char *list, const char *server)
{
  g_autoptr (BuoyLesson) message = post_new ("new.example", 0);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_free (message->list);
  g_free (message->list_server);
  message->list = g_strdup (list);
  message->list_server = g_strdup (server);
  return buoy_memory_find_sender (memory, account, message, names);
}

static void
assert_list_of (BuoyMemory *memory, const char *account, const char *list, const char *server, guint n_messages,
                guint n_days)
{
  g_autoptr (BuoySenderMemory) found = find (memory, account, list, server);

  g_assert_cmpint (found->sender.n_messages, ==, 0);
  g_assert_cmpint (found->list.n_proven, ==, n_messages);
  g_assert_cmpint (found->list.n_days, ==, n_days);
}

static void
assert_list (BuoyMemory *memory, const char *account, const char *list, guint n_messages, guint n_days)
{
  assert_list_of (memory, account, list, SERVER, n_messages, n_days);
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

/* What another server hands in as the list's neither counts as the list's nor takes its place. */
static void
test_other_server (void)
{
  g_autoptr (BuoyMemory) memory = buoy_memory_new ();

  for (guint day = 1; day <= 3; day++)
    learn (memory, "bank.example", day, FALSE, FALSE);
  for (guint day = 4; day <= 13; day++)
    {
      g_autoptr (BuoyLesson) lesson = post_new ("evil.example", day);
      g_autofree char *server = g_strdup_printf ("evil%u.example", day);

      g_free (lesson->list_server);
      lesson->list_server = g_strdup (day == 4 ? OTHER_SERVER : server);
      g_assert_true (buoy_memory_add_lesson (memory, ACCOUNT, lesson, FALSE, buoy_memory_count_deletions (memory)));
    }
  assert_list (memory, ACCOUNT, TALK, 3, 3);
  assert_list_of (memory, ACCOUNT, TALK, OTHER_SERVER, 1, 1);
}

static void
assert_warned (BuoyMemory *memory, const char *server, gboolean was_warned)
{
  g_autoptr (BuoySenderMemory) found = find (memory, ACCOUNT, TALK, server);

  g_assert_cmpint (buoy_sender_record_was_warned (&found->list), ==, was_warned);
}

static void
test_warned (void)
{
  g_autoptr (BuoyMemory) memory = buoy_memory_new ();

  learn (memory, "bank.example", 1, TRUE, FALSE);
  assert_list (memory, ACCOUNT, TALK, 0, 0);
  assert_warned (memory, SERVER, TRUE);
  assert_warned (memory, OTHER_SERVER, FALSE);
}

static void
test_junk (void)
{
  g_autoptr (BuoyMemory) memory = buoy_memory_new ();

  learn (memory, "bank.example", 1, FALSE, FALSE);
  learn (memory, "bank.example", 2, FALSE, FALSE);
  learn (memory, "bank.example", 2, FALSE, TRUE);
  assert_list (memory, ACCOUNT, TALK, 1, 2);
  assert_warned (memory, SERVER, TRUE);
  learn (memory, "bank.example", 2, FALSE, FALSE); /* the reader has thought again */
  assert_list (memory, ACCOUNT, TALK, 2, 2);
  assert_warned (memory, SERVER, FALSE);
}

#define MANY_SENDERS 10 /* from so many on an unknown one means something */

/* A mailbox with posts of a few people to many lists is not one that knows many senders. */
static void
test_is_taught (void)
{
  g_autoptr (BuoyMemory) memory = buoy_memory_new ();

  for (guint i = 1; i <= 2 * MANY_SENDERS; i++)
    {
      g_autoptr (BuoyLesson) lesson = post_new ("bank.example", i);
      g_autofree char *sender = g_strdup_printf ("sender%u.example", i);
      g_autoptr (BuoySenderMemory) found = NULL;

      g_free (lesson->list);
      lesson->list = g_strdup_printf ("list%u.lists.example", i);
      if (i > MANY_SENDERS)
        {
          g_free (lesson->sender);
          lesson->sender = g_steal_pointer (&sender);
        }
      g_assert_true (buoy_memory_add_lesson (memory, ACCOUNT, lesson, FALSE, buoy_memory_count_deletions (memory)));
      found = find (memory, ACCOUNT, TALK, SERVER);
      g_assert_cmpint (found->is_taught, ==, i >= 2 * MANY_SENDERS - 1); /* with the bank */
    }
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
  g_test_add_func ("/lists/other-server", test_other_server);
  g_test_add_func ("/lists/warned", test_warned);
  g_test_add_func ("/lists/junk", test_junk);
  g_test_add_func ("/lists/no-sender", test_no_sender);
  g_test_add_func ("/lists/is-taught", test_is_taught);
  g_test_add_func ("/lists/outlasts", test_outlasts);
  g_test_add_func ("/lists/forget", test_forget);
  return g_test_run ();
}
