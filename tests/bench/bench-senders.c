/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the memory of senders costs when it is full: opening it, looking one up, learning one message, and its size.
 */
#include "config.h"

#include "memory/store/buoy-known-sender.h"
#include "memory/store/buoy-memory-private.h"

#include <glib/gstdio.h>
#include <time.h>

#include "bench.h"

#define ACCOUNT "work"
#define N_SENDERS 50000
#define N_TIMES 2000
#define SECONDS_A_DAY (24 * 60 * 60)

#define BUDGET_FILL_MS 30000
#define BUDGET_OPEN_MS 5 /* with the first question */
#define BUDGET_LOOK_UP_US 50
#define BUDGET_LEARN_MS 5 /* in a transaction of its own */
#define BUDGET_SIZE_MB 12

/* Of a busy sender: all that is kept of one. */
static BuoyLesson *
lesson_of (guint sender, guint message)
{
  BuoyLesson *lesson = buoy_lesson_new ();

  lesson->sender = g_strdup_printf ("mail%u.shop-%u.example", sender % 3, sender);
  lesson->home = g_strdup_printf ("shop-%u.example", sender);
  lesson->received_at = (gint64) (20000 + 7 * message) * SECONDS_A_DAY + sender;
  lesson->proofs = BUOY_PROOF_DKIM | BUOY_PROOF_DMARC;
  lesson->checker = 1;
  lesson->organisation = 1 + sender % 97 + message;
  for (guint i = 0; i < 4; i++)
    lesson->sites[lesson->n_sites++] = 1 + sender + 31 * (4 * message + i);
  buoy_lesson_take_name (lesson, g_strdup_printf ("shop %u", sender), FALSE);
  return lesson;
}

static void
learn (BuoyMemory *memory, guint sender, guint message)
{
  g_autoptr (BuoyLesson) lesson = lesson_of (sender, message);

  buoy_memory_add_lesson (memory, ACCOUNT, lesson, FALSE, buoy_memory_count_deletions (memory));
}

static void
fill (BuoyMemory *memory)
{
  buoy_memory_begin (memory);
  for (guint i = 0; i < N_SENDERS; i++)
    for (guint message = 0; message < 1 + i % 3; message++)
      learn (memory, i, message);
  buoy_memory_commit (memory);
}

static void
look_up (BuoyMemory *memory, guint n_times)
{
  const char *const words[] = { "shop 7", "shop", "shop 7 of the town", "of the town", "town" };
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_ptr_array_add (keys, (gpointer) words[i]);
  for (guint i = 0; i < n_times; i++)
    {
      g_autoptr (BuoyLesson) message = lesson_of (i * 7919 % N_SENDERS, 0);
      g_autoptr (BuoySenderMemory) found = buoy_memory_find_sender (memory, ACCOUNT, message, keys);

      g_assert_cmpint (found->sender.n_messages, >, 0);
    }
}

/* Of this process: other work on the machine does not count. In microseconds. */
static gint64
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * (gint64) G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static double
ms_since (gint64 start)
{
  return (get_time () - start) / 1000.0;
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bellbuoy-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "memory.db", NULL);
  BuoyMemory *memory = buoy_memory_open (path);
  gint64 start = get_time ();

  fill (memory);
  bench_print_budget ("senders: learn 50,000", ms_since (start), BUDGET_FILL_MS, "ms");
  buoy_memory_unref (memory);
  start = get_time ();
  memory = buoy_memory_open (path);
  look_up (memory, 1);
  bench_print_budget ("senders: open, and the first lookup", ms_since (start), BUDGET_OPEN_MS, "ms");
  start = get_time ();
  look_up (memory, N_TIMES);
  bench_print_budget ("senders: look one up", 1000 * ms_since (start) / N_TIMES, BUDGET_LOOK_UP_US, "us");
  start = get_time ();
  for (guint i = 0; i < 50; i++)
    learn (memory, i, 9);
  bench_print_budget ("senders: learn from one message", ms_since (start) / 50, BUDGET_LEARN_MS, "ms");
  bench_print_budget ("senders: size", buoy_memory_get_size (memory) / 1048576.0, BUDGET_SIZE_MB, "MB");
  buoy_memory_unref (memory);
  g_unlink (path);
  g_rmdir (folder);
  return 0;
}
