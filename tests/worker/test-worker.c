/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The call into the worker program, with stub-judge.c in it: what a message does to its process costs its own answer.
 */
#include "config.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "buoy-types.h"
#include "worker/buoy-worker.h"
#include "base/buoy-memory-file.h"
#include "worker/worker-protocol.h"
#include "worker/worker-refused.h"

#include "children.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1
#endif
#endif

#define LATER_US (30 * (gint64) G_USEC_PER_SEC) /* for what is fast, on a busy machine too */
#define TURN_US 1000

static GBytes *
ask (const char *words, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (words, strlen (words));

  return buoy_worker_ask (0, bytes, NULL, NULL, cancellable, error);
}

static void
assert_good (const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) answer = ask (words, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (words, strlen (words), g_bytes_get_data (answer, NULL), g_bytes_get_size (answer));
}

static void
assert_lost (const char *words, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ask (words, NULL, &error));
  g_assert_error (error, BUOY_ERROR, code);
}

static guint
count_files (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc/self/fd", 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_answers (void)
{
  g_autofree char *large = g_strnfill (5 * 1000 * 1000, 'g');

  assert_good ("good");
  assert_good ("g");
  assert_good ("out"); /* what it writes to the standard files goes nowhere */
  assert_good (large);
}

static void
test_empty (void)
{
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) answer = buoy_worker_ask (0, empty, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (answer), ==, 0);
}

/* More contexts than the program keeps, in turn. */
static void
test_contexts (void)
{
  for (guint i = 0; i < 100; i++)
    {
      const guint which = i % 3 == 0 ? i % 4 : i % (BUOY_WORKER_N_CONTEXTS + 4);
      g_autofree char *words = g_strdup_printf (" context %u", which);
      g_autofree char *wanted = g_strconcat ("good", " more", words, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_static ("good", 4);
      g_autoptr (GBytes) more = g_bytes_new_static (" more", 5);
      g_autoptr (GBytes) known = g_bytes_new (words, strlen (words));
      const BuoyWorkerContext context = { known, NULL, NULL, NULL };
      g_autoptr (GBytes) answer = buoy_worker_ask (0, bytes, more, &context, NULL, NULL);

      g_assert_nonnull (answer);
      g_assert_cmpmem (wanted, strlen (wanted), g_bytes_get_data (answer, NULL), g_bytes_get_size (answer));
    }
}

static void
close_list (gpointer file)
{
  if (*(int *) file >= 0)
    close (*(int *) file);
}

/* @data: how many lists; each third one has no file. (transfer full) */
static GArray *
open_lists (gpointer data)
{
  GArray *files = g_array_new (FALSE, FALSE, sizeof (int));

  g_array_set_clear_func (files, close_list);
  for (guint i = 0; i < GPOINTER_TO_UINT (data); i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      const int file = i % 3 == 2 ? -1 : buoy_memory_file_new (bytes);

      g_array_append_val (files, file);
    }
  return files;
}

static void
test_lists (void)
{
  static const struct
  {
    guint n_lists;
    const char *told;
  } cases[] = { { 0, "good none" }, { 1, "good one list 0" }, { 4, "good four list 0 list 1 list  list 3" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) words = g_strsplit (cases[i].told, " list", 2);
      g_autoptr (GBytes) bytes = g_bytes_new_static ("good", 4);
      g_autoptr (GBytes) known = g_bytes_new (words[0] + 4, strlen (words[0] + 4));
      const BuoyWorkerContext context = { known, open_lists, NULL, GUINT_TO_POINTER (cases[i].n_lists) };
      g_autoptr (GBytes) answer = buoy_worker_ask (0, bytes, NULL, &context, NULL, NULL);

      g_assert_nonnull (answer);
      g_assert_cmpmem (cases[i].told, strlen (cases[i].told), g_bytes_get_data (answer, NULL),
                       g_bytes_get_size (answer));
    }
}

static void
test_faults (void)
{
  static const struct
  {
    const char *words;
    int code;
  } cases[] = {
    { "crash", BUOY_ERROR_CRASHED }, { "memory", BUOY_ERROR_CRASHED },   { "xit", BUOY_ERROR_CRASHED },
    { "wrong", BUOY_ERROR_CRASHED }, { "died", BUOY_ERROR_CRASHED },     { "flood", BUOY_ERROR_CRASHED },
    { "error", BUOY_ERROR_CRASHED }, { "no mail", BUOY_ERROR_NOT_MAIL }, { "loop", BUOY_ERROR_TIMED_OUT },
  };
  pid_t program;

  assert_good ("good");
  program = buoy_worker_get_pid ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
#ifdef __SANITIZE_ADDRESS__ /* there is no limit then: see worker-wall.c */
      if (*cases[i].words == 'm')
        continue;
#endif
      g_test_message ("%s", cases[i].words);
      assert_lost (cases[i].words, cases[i].code);
      assert_good ("good");
    }
  g_assert_cmpint (buoy_worker_get_pid (), ==, program);
  await_only_child ();
}

/* A message that ended its process is not tried again, until all is forgotten. */
static void
test_refused (void)
{
  gint64 before;

  buoy_worker_refuse_none ();
  assert_lost ("loop again", BUOY_ERROR_TIMED_OUT);
  before = g_get_monotonic_time ();
  assert_lost ("loop again", BUOY_ERROR_TIMED_OUT);
  g_assert_cmpint (g_get_monotonic_time () - before, <, G_USEC_PER_SEC / 2);
  assert_lost ("no mail", BUOY_ERROR_NOT_MAIL);
  buoy_worker_refuse_none ();
  before = g_get_monotonic_time ();
  assert_lost ("loop again", BUOY_ERROR_TIMED_OUT);
  g_assert_cmpint (g_get_monotonic_time () - before, >, G_USEC_PER_SEC / 2);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (100 * 1000);
  g_cancellable_cancel (data);
  return NULL;
}

/* Its process is killed, whatever it does. */
static void
test_cancel (void)
{
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *words = g_strdup_printf ("%s %u", i % 2 == 0 ? "loop" : "sleep", i);
      GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
      const gint64 before = g_get_monotonic_time ();

      g_assert_null (ask (words, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpint (g_get_monotonic_time () - before, <, 2 * G_USEC_PER_SEC);
      g_thread_join (thread);
    }
  await_only_child ();
  assert_good ("good");
}

typedef struct
{
  GThread *thread;
  guint first;
  guint n_wrong;
} Crowd;

#define N_THREADS 4
#define N_MESSAGES 50 /* of each thread */

static int
get_fate (guint i)
{
  static const char letters[] = "cgggxgggwggg"; /* a quarter of them ends badly */

  return letters[i % (sizeof letters - 1)];
}

static gpointer
be_crowd (gpointer data)
{
  Crowd *crowd = data;

  for (guint i = crowd->first; i < crowd->first + N_MESSAGES; i++)
    {
      g_autofree char *words = g_strdup_printf ("%c number %u", get_fate (i), i);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) answer = ask (words, NULL, &error);
      const gboolean is_good = *words == 'g';

      if (is_good != (answer != NULL) || (answer == NULL && !g_error_matches (error, BUOY_ERROR, BUOY_ERROR_CRASHED)))
        crowd->n_wrong++;
      else if (is_good && memcmp (g_bytes_get_data (answer, NULL), words, strlen (words)) != 0)
        crowd->n_wrong++;
    }
  return NULL;
}

/* 200 messages at once, 50 of which end their process: exactly those are lost. */
static void
test_crowd (void)
{
  Crowd crowds[N_THREADS] = { 0 };
  guint n_files;
  pid_t program;

  assert_good ("good");
  program = buoy_worker_get_pid ();
  n_files = count_files ();
  for (guint i = 0; i < N_THREADS; i++)
    {
      crowds[i].first = i * N_MESSAGES;
      crowds[i].thread = g_thread_new ("crowd", be_crowd, &crowds[i]);
    }
  for (guint i = 0; i < N_THREADS; i++)
    {
      g_thread_join (crowds[i].thread);
      g_assert_cmpuint (crowds[i].n_wrong, ==, 0);
    }
  g_assert_cmpint (buoy_worker_get_pid (), ==, program);
  g_assert_cmpuint (count_files (), ==, n_files);
  await_only_child ();
}

static guint n_deaths;

static void
on_death (gboolean is_stopped)
{
  g_atomic_int_inc ((int *) &n_deaths);
}

static void
await_another (pid_t program)
{
  const gint64 end = g_get_monotonic_time () + LATER_US;

  while (buoy_worker_get_pid () == program && g_get_monotonic_time () < end)
    g_usleep (TURN_US);
  g_assert_cmpint (buoy_worker_get_pid (), !=, program);
  /* reaped, and gone with all its children */
  while (kill (program, 0) == 0 && g_get_monotonic_time () < end)
    g_usleep (TURN_US);
  g_assert_cmpint (kill (program, 0), !=, 0);
}

/* The program itself is killed: the next message starts another. */
static void
test_killed (void)
{
  pid_t program;

  buoy_worker_set_death_func (on_death);
  assert_good ("good");
  program = buoy_worker_get_pid ();
  kill (program, SIGKILL);
  await_another (program);
  assert_good ("good");
  g_assert_cmpint (g_atomic_int_get ((int *) &n_deaths), ==, 1);
}

static gpointer
stop_soon (gpointer data)
{
  g_usleep (100 * 1000);
  kill (buoy_worker_get_pid (), SIGKILL);
  return NULL;
}

/* While a message is read: that is tried again, since it is not its fault. */
static void
test_killed_at_work (void)
{
  GThread *thread = g_thread_new ("stop", stop_soon, NULL);

  buoy_worker_refuse_none ();
  assert_lost ("loop here", BUOY_ERROR_TIMED_OUT);
  g_thread_join (thread);
  assert_good ("good");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worker/answers", test_answers);
  g_test_add_func ("/worker/empty", test_empty);
  g_test_add_func ("/worker/contexts", test_contexts);
  g_test_add_func ("/worker/lists", test_lists);
  g_test_add_func ("/worker/faults", test_faults);
  g_test_add_func ("/worker/refused", test_refused);
  g_test_add_func ("/worker/cancel", test_cancel);
  g_test_add_func ("/worker/crowd", test_crowd);
  g_test_add_func ("/worker/killed", test_killed);
  g_test_add_func ("/worker/killed-at-work", test_killed_at_work);
  return g_test_run ();
}
