/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What it costs to send a verdict to another process: writing it down and reading it again.
 */
#include "config.h"

#include "bench.h"

#include "scan/buoy-scan.h"
#include "verdict/buoy-verdict-bytes.h"

#define N_ROUNDS 20

/* Milliseconds there and back, the best of several rounds. */
static double
measure (const BuoyVerdict *verdict, gsize *out_size)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      const double start = bench_now_ms ();
      g_autoptr (GBytes) bytes = buoy_verdict_to_bytes (verdict);
      g_autoptr (BuoyVerdict) copy = buoy_verdict_from_bytes (bytes, NULL);

      g_assert_nonnull (copy);
      *out_size = g_bytes_get_size (bytes);
      best = MIN (best, bench_now_ms () - start);
    }
  return best;
}

static void
run (const char *what, guint n_links, double budget)
{
  g_autoptr (GBytes) mail = bench_mail_newsletter (n_links);
  g_autoptr (BuoyVerdict) verdict = buoy_scan (mail, NULL, 0, NULL, NULL);
  gsize size = 0;
  const double ms = measure (verdict, &size);

  g_print ("%u links: %" G_GSIZE_FORMAT " bytes\n", n_links, size);
  bench_print_budget (what, ms, budget, "ms");
}

int
main (void)
{
  run ("a newsletter to bytes and back", 60, 0.5);
  run ("the most links to bytes and back", 10000, 60);
  return 0;
}
