/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How long scans continue after they were cancelled.
 */
#include "config.h"

#include "storm.h"

#include <pthread.h>
#include <time.h>

#define MAX_DELAY_US 8000 /* most messages take less, so some have ended by then */
#define GOOD_MS 20.0      /* a reader who opens the next message does not notice */
#define N_LINES 20000     /* of the costly message */

typedef struct
{
  GBytes *mail;
  BuoyContext *context;
  GCancellable *cancellable;
  gboolean is_cancelled;
  clockid_t clock; /* of the thread's own time: others work, too */
  gint is_running; /* (atomic) */
  double ended;
} Scan;

static double
ms_of (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static gpointer
scan (gpointer data)
{
  Scan *work = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyVerdict) verdict = NULL;

  pthread_getcpuclockid (pthread_self (), &work->clock);
  g_atomic_int_set (&work->is_running, TRUE);
  verdict = buoy_scan (work->mail, work->context, BUOY_SCAN_PICTURES, work->cancellable, &error);
  work->ended = ms_of (work->clock);
  work->is_cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  /* its clock is asked by the one who cancels */
  while (!g_cancellable_is_cancelled (work->cancellable))
    g_usleep (100);
  return NULL;
}

/* A page that takes long, so that the scan is likely to be at work when it is cancelled. */
static GBytes *
make_costly (void)
{
  GString *text = g_string_new ("From: a@b.test\nContent-Type: text/html; charset=utf-8\n\n"
                                "<style>.a b:not(.c)>i{color:red}.d{display:none}</style>");

  for (guint i = 0; i < N_LINES; i++)
    g_string_append_printf (text, "<p class=a><b><i>%u</i></b><a href='https://a%u.test/'>b%u.test</a>\n", i, i, i);
  return g_string_free_to_bytes (text);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const double left = *(const double *) a;
  const double right = *(const double *) b;

  return (left > right) - (left < right);
}

/* For how many milliseconds of the processor it went on; -1 where it had ended. */
static double
cancel_one (GBytes *mail, BuoyContext *context, gulong delay)
{
  Scan work = { .mail = mail, .context = context, .cancellable = g_cancellable_new () };
  GThread *thread = g_thread_new ("storm", scan, &work);
  double start;

  while (!g_atomic_int_get (&work.is_running))
    g_usleep (10);
  g_usleep (delay);
  start = ms_of (work.clock);
  g_cancellable_cancel (work.cancellable);
  g_thread_join (thread);
  g_object_unref (work.cancellable);
  return work.is_cancelled ? MAX (work.ended - start, 0) : -1;
}

gboolean
storm_cancel (const GPtrArray *seeds, guint n, guint32 random_seed)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (random_seed);
  g_autoptr (BuoyContext) context = storm_context_new ();
  g_autoptr (GBytes) costly = make_costly ();
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  guint n_late = 0;

  for (guint i = 0; i < n; i++)
    {
      GBytes *mail = i % 2 == 0 ? costly : g_ptr_array_index (seeds, i / 2 % seeds->len);
      const double ms = cancel_one (mail, context, (gulong) g_rand_int_range (chance, 0, MAX_DELAY_US));

      if (ms >= 0)
        g_array_append_val (times, ms);
      n_late += ms > GOOD_MS;
    }
  g_array_sort (times, compare);
  g_print ("%u scans started and cancelled: no report, %u had ended by then", n, n - times->len);
  if (times->len > 0)
    g_print ("; the others went on for %.2f ms of the processor (median), %.2f (99 %%), %.2f (longest), %u for more "
             "than %.0f",
             g_array_index (times, double, times->len / 2), g_array_index (times, double, times->len * 99 / 100),
             g_array_index (times, double, times->len - 1), n_late, GOOD_MS);
  g_print ("\n");
  return TRUE;
}
