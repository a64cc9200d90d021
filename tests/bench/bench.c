/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the engine costs over the bare parse of the same bytes, in time and in memory; whether it stays
 * linear in the number of links; what the first scan of a process costs. Prints figures, judges none.
 */
#include "config.h"

#include "bench.h"
#include "bellbuoy.h"

#include <gmime/gmime.h>

#define KILOBYTE 1000
#define MEGABYTE (KILOBYTE * KILOBYTE)
#define MIN_RUNS 5
#define MAX_RUNS 400
#define ROW_TIME_US (2 * G_USEC_PER_SEC)

typedef void (*BenchFunc) (GBytes *mail);

typedef struct
{
  double ms;      /* the median of all runs */
  double peak_mb; /* heap beyond what was there before */
} BenchCost;

static void
scan (GBytes *mail)
{
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyVerdict) verdict = buoy_scan (mail, context, NULL, &error);

  g_assert_no_error (error);
}

static double
time_ms (BenchFunc func, GBytes *mail)
{
  gint64 start = g_get_monotonic_time ();

  func (mail);
  return (g_get_monotonic_time () - start) / 1000.0;
}

static double
peak_mb (BenchFunc func, GBytes *mail)
{
  gsize before = bench_memory_now ();

  bench_memory_reset_peak ();
  func (mail);
  return (bench_memory_peak () - before) / (double) MEGABYTE;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (GArray *times)
{
  g_array_sort (times, compare_doubles);
  return g_array_index (times, double, times->len / 2);
}

/* Both sides in turns, so that what else the machine does meets both alike. */
static void
measure (GBytes *mail, BenchCost *out_bare, BenchCost *out_engine)
{
  g_autoptr (GArray) bare = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) engine = g_array_new (FALSE, FALSE, sizeof (double));
  gint64 end = g_get_monotonic_time () + ROW_TIME_US;

  out_bare->peak_mb = peak_mb (bench_bare_parse, mail);
  out_engine->peak_mb = peak_mb (scan, mail);
  while (bare->len < MIN_RUNS || (bare->len < MAX_RUNS && g_get_monotonic_time () < end))
    {
      double bare_ms = time_ms (bench_bare_parse, mail);
      double engine_ms = time_ms (scan, mail);

      g_array_append_val (bare, bare_ms);
      g_array_append_val (engine, engine_ms);
    }
  out_bare->ms = median (bare);
  out_engine->ms = median (engine);
}

static void
print_row (const char *what, GBytes *mail)
{
  BenchCost bare, engine;

  measure (mail, &bare, &engine);
  g_print ("%-22s %9.1f kB  %9.3f ms  %9.3f ms  %5.2f  %7.2f MB  %7.2f MB\n", what,
           g_bytes_get_size (mail) / (double) KILOBYTE, bare.ms, engine.ms, engine.ms / bare.ms,
           bare.peak_mb, engine.peak_mb);
}

static void
print_links_row (guint n_links)
{
  g_autoptr (GBytes) mail = bench_mail_newsletter (n_links);
  g_autofree char *what = g_strdup_printf ("%u links", n_links);

  print_row (what, mail);
}

static void
print_sites_row (guint n_links)
{
  g_autoptr (GBytes) mail = bench_mail_directory (n_links);
  g_autofree char *what = g_strdup_printf ("%u sites", n_links);

  print_row (what, mail);
}

/* The first scan reads the brands and sets up GMime and ICU: it has to come before all others. */
static void
print_start_up (void)
{
  g_autoptr (GBytes) mail = bench_mail_text (2 * KILOBYTE);
  double first_ms = time_ms (scan, mail);
  double next_ms = time_ms (scan, mail);

  g_print ("start-up: %.2f ms (the first scan of a process over the second)\n\n",
           first_ms - next_ms);
}

int
main (void)
{
  print_start_up ();
  g_mime_init ();

  g_autoptr (GBytes) small = bench_mail_text (2 * KILOBYTE);
  g_autoptr (GBytes) newsletter = bench_mail_newsletter (750);
  g_autoptr (GBytes) text = bench_mail_text (20 * MEGABYTE);
  g_autoptr (GBytes) attachment = bench_mail_attachment (50 * MEGABYTE);

  g_print ("%-22s %12s  %12s  %12s  %5s  %10s  %10s\n", "mail", "size", "bare", "engine", "ratio",
           "bare peak", "engine peak");
  print_row ("small text", small);
  print_row ("newsletter", newsletter);
  print_row ("20 MB text", text);
  print_row ("50 MB attachment", attachment);
  print_links_row (100);
  print_links_row (1000);
  print_links_row (10000);
  print_sites_row (1000);
  print_sites_row (10000);
  return 0;
}
