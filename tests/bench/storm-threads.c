/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * All messages in eight threads at once, the first of them cold; each result must be the one of the first thread.
 */
#include "config.h"

#include "storm.h"

#define N_THREADS 8

typedef struct
{
  const GPtrArray *seeds;
  guint n_rounds;
  guint offset;
  GPtrArray *results; /* of char *, for each seed */
} Work;

static gpointer
judge_all (gpointer data)
{
  Work *work = data;
  g_autoptr (BuoyContext) context = storm_context_new ();

  for (guint i = 0; i < work->n_rounds * work->seeds->len; i++)
    {
      const guint at = (i + work->offset) % work->seeds->len;
      char *json = storm_judge (g_ptr_array_index (work->seeds, at), context);

      if (i < work->seeds->len)
        work->results->pdata[at] = json;
      else
        g_free (json);
    }
  return NULL;
}

static guint
count_differences (const GPtrArray *a, const GPtrArray *b)
{
  guint n = 0;

  for (guint i = 0; i < a->len; i++)
    n += g_strcmp0 (a->pdata[i], b->pdata[i]) != 0;
  return n;
}

gboolean
storm_threads (const GPtrArray *seeds, guint n)
{
  const guint n_rounds = MAX (1, n / (N_THREADS * seeds->len));
  g_autoptr (GTimer) timer = g_timer_new ();
  GThread *threads[N_THREADS];
  Work works[N_THREADS];
  guint n_different = 0;

  for (guint i = 0; i < N_THREADS; i++)
    {
      /* half of them begin with the same message */
      works[i] = (Work){ seeds, n_rounds, i % 2 * i * seeds->len / N_THREADS, g_ptr_array_new_with_free_func (g_free) };
      g_ptr_array_set_size (works[i].results, (int) seeds->len);
      threads[i] = g_thread_new ("storm", judge_all, &works[i]);
    }
  for (guint i = 0; i < N_THREADS; i++)
    {
      g_thread_join (threads[i]);
      n_different += count_differences (works[0].results, works[i].results);
    }
  for (guint i = 0; i < N_THREADS; i++)
    g_ptr_array_unref (works[i].results);
  g_print ("%u scans in %d threads, %.0f s: no report, %u differing results\n", n_rounds * N_THREADS * seeds->len,
           N_THREADS, g_timer_elapsed (timer, NULL), n_different);
  return n_different == 0;
}
