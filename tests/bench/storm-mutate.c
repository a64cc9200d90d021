/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Mutated messages, one after another.
 */
#include "config.h"

#include "storm.h"

#include <sys/resource.h>
#include <time.h>

#include "mutation.h"

#define N_REPORTS 10
#define SLOW_SECONDS 2.0 /* where a message takes longer, something in it costs too much, even with sanitizers */

/* Of the processor's time: others work, too. */
static double
seconds_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static long
peak_kilobytes (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

static void
keep (GBytes *mail, guint index)
{
  g_autofree char *name = g_strdup_printf ("storm-slow-%u.eml", index);

  g_file_set_contents (name, g_bytes_get_data (mail, NULL), (gssize) g_bytes_get_size (mail), NULL);
  g_print ("  too slow: kept as %s\n", name);
}

gboolean
storm_mutate (const GPtrArray *seeds, guint n, guint32 random_seed)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (random_seed);
  g_autoptr (BuoyContext) context = storm_context_new ();
  g_autoptr (GTimer) timer = g_timer_new ();
  double slowest = 0;
  guint n_slow = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GBytes) mail = mutation_make (chance, seeds);
      const double start = seconds_now ();
      double took;

      g_free (storm_judge (mail, context));
      took = seconds_now () - start;
      slowest = MAX (slowest, took);
      if (took > SLOW_SECONDS && n_slow++ < N_REPORTS)
        keep (mail, i);
      if ((i + 1) % MAX (n / N_REPORTS, 1) == 0)
        g_print ("  %u of %u messages, %.0f s, the slowest took %.3f s, peak %ld MB\n", i + 1, n,
                 g_timer_elapsed (timer, NULL), slowest, peak_kilobytes () / 1024);
    }
  g_print ("%u mutated messages of %u: no report, %u slower than %.0f s\n", n, seeds->len, n_slow, SLOW_SECONDS);
  return n_slow == 0;
}
