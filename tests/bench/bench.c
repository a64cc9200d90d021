/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The cost of the library compared with only parsing the same bytes, in time and in memory; whether it is linear in
 * the number of links; the cost of the first scan. One line per limit says whether it is met.
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

#define BUDGET_RATIO 1.5     /* of the bare parse */
#define BUDGET_GROWTH 1.5    /* of ten times the links, over ten times the time */
#define BUDGET_MEMORY_MB 8.0 /* beyond the text of a message */
#define BUDGET_PICTURES 2.0  /* of the same mail without their bytes; GMime skips their lines */
#define BUDGET_START_UP_MS 10.0

typedef void (*BenchFunc) (GBytes *mail);

typedef struct
{
  const char *what;
  GBytes *(*make) (gsize size);
  gsize size;
} Row;

typedef struct
{
  double ms;      /* the median of all runs */
  double peak_mb; /* heap beyond what was there before */
} BenchCost;

/* Up to the first verdict, for which the reader waits. */
static void
scan (GBytes *mail)
{
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyVerdict) verdict = buoy_scan (mail, context, 0, NULL, &error);

  g_assert_no_error (error);
}

static double
time_ms (BenchFunc func, GBytes *mail)
{
  double start = bench_now_ms ();

  func (mail);
  return bench_now_ms () - start;
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

/* Both alternately, so that other load on the machine affects them equally. */
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

enum
{
  SMALL_TEXT,
  NEWSLETTER,
  LONG_TEXT,
  ATTACHMENT,
  LINKS_100,
  LINKS_1000,
  LINKS_10000,
  SITES_1000,
  SITES_10000,
  NO_PICTURES,
  PICTURES,
  N_ROWS
};

static const Row rows[N_ROWS] = {
  [SMALL_TEXT] = { "small text", bench_mail_text, 2 * KILOBYTE },
  [NEWSLETTER] = { "newsletter", bench_mail_newsletter, 750 },
  [LONG_TEXT] = { "20 MB text", bench_mail_text, 20 * MEGABYTE },
  [ATTACHMENT] = { "50 MB attachment", bench_mail_attachment, 50 * MEGABYTE },
  [LINKS_100] = { "100 links", bench_mail_newsletter, 100 },
  [LINKS_1000] = { "1,000 links", bench_mail_newsletter, 1000 },
  [LINKS_10000] = { "10,000 links", bench_mail_newsletter, 10000 },
  [SITES_1000] = { "1,000 sites", bench_mail_directory, 1000 },
  [SITES_10000] = { "10,000 sites", bench_mail_directory, 10000 },
  [NO_PICTURES] = { "10 empty pictures", bench_mail_pictures, 0 },
  [PICTURES] = { "10 pictures", bench_mail_pictures, 30 * KILOBYTE },
};

typedef struct
{
  BenchCost bare;
  BenchCost engine;
  double text_mb;
} Result;

static void
measure_row (const Row *row, Result *out_result)
{
  g_autoptr (GBytes) mail = row->make (row->size);
  const double size_mb = g_bytes_get_size (mail) / (double) MEGABYTE;
  const BenchCost *bare = &out_result->bare;
  const BenchCost *engine = &out_result->engine;

  measure (mail, &out_result->bare, &out_result->engine);
  out_result->text_mb = row->make == bench_mail_attachment ? 0 : size_mb;
  g_print ("%-18s %7.3f MB  %9.3f ms  %9.3f ms  %5.2f  %7.2f MB  %7.2f MB\n", row->what, size_mb, bare->ms, engine->ms,
           engine->ms / bare->ms, bare->peak_mb, engine->peak_mb);
}

/* The first scan reads the brands and sets up GMime and ICU: it has to come before all others. */
static double
measure_start_up (void)
{
  g_autoptr (GBytes) mail = bench_mail_text (2 * KILOBYTE);
  double first_ms = time_ms (scan, mail);

  return first_ms - time_ms (scan, mail);
}

static void
print_budgets (const Result *results, double start_up_ms)
{
  bench_print_budget ("start-up: first scan over the second", start_up_ms, BUDGET_START_UP_MS, "ms");
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *time = g_strdup_printf ("time: %s", rows[i].what);

      bench_print_budget (time, results[i].engine.ms / results[i].bare.ms, BUDGET_RATIO, "of bare");
    }
  bench_print_budget ("growth: 1,000 to 10,000 links",
                      results[LINKS_10000].engine.ms / results[LINKS_1000].engine.ms / 10, BUDGET_GROWTH, "");
  bench_print_budget ("growth: 1,000 to 10,000 sites",
                      results[SITES_10000].engine.ms / results[SITES_1000].engine.ms / 10, BUDGET_GROWTH, "");
  bench_print_budget ("first verdict: with and without pictures",
                      results[PICTURES].engine.ms / results[NO_PICTURES].engine.ms, BUDGET_PICTURES, "");
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *memory = g_strdup_printf ("memory: %s", rows[i].what);

      bench_print_budget (memory, MAX (results[i].engine.peak_mb - results[i].text_mb, 0), BUDGET_MEMORY_MB, "MB");
    }
}

int
main (void)
{
  const double start_up_ms = measure_start_up ();
  Result results[N_ROWS];

  g_mime_init ();
  g_print ("%-18s %10s  %12s  %12s  %5s  %10s  %10s\n", "mail", "size", "bare", "engine", "ratio", "bare peak",
           "engine peak");
  for (guint i = 0; i < N_ROWS; i++)
    measure_row (&rows[i], &results[i]);
  g_print ("\n");
  print_budgets (results, start_up_ms);
  return 0;
}
