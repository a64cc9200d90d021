/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What it costs to have messages read by the isolated program: its start, a message (compared with the same in this
 * process, alternately), a large one, its memory, and how many messages a second it takes from one and two threads.
 */
#include "config.h"

#include "bench.h"
#include "bellbuoy.h"
#include "verdict/buoy-in-process.h"
#include "verdict/buoy-scan-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define KILOBYTE 1000
#define MEGABYTE (KILOBYTE * KILOBYTE)
#define N_RUNS 400
#define N_LARGE_RUNS 5
#define RATE_US (2 * (gint64) G_USEC_PER_SEC)

#define BUDGET_START_MS 25.0
#define BUDGET_MORE_MS 0.8
#define BUDGET_LARGE 1.3
#define BUDGET_COPIED 2.0 /* what no file has, such as mail from a server */
#define BUDGET_MEMORY_MB 20.0
#define BUDGET_THREADS 1.8

static double
time_scan (GBytes *mail, gboolean is_in_process)
{
  const gint64 start = g_get_monotonic_time (); /* another process works meanwhile */
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyVerdict) verdict = NULL;

  buoy_scan_set_in_process (is_in_process);
  verdict = buoy_scan (mail, NULL, 0, NULL, &error);
  g_assert_no_error (error);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a;
  const double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* @n_runs times each, alternately, so that other load on the machine affects both. Sorted. */
static void
measure (GBytes *mail, guint n_runs, double *here, double *there)
{
  for (guint i = 0; i < n_runs; i++)
    {
      here[i] = time_scan (mail, TRUE);
      there[i] = time_scan (mail, FALSE);
    }
  qsort (here, n_runs, sizeof *here, compare_doubles);
  qsort (there, n_runs, sizeof *there, compare_doubles);
}

static void
measure_message (void)
{
  g_autoptr (GBytes) mail = bench_mail_newsletter (20);
  double here[N_RUNS], there[N_RUNS];
  const guint median = N_RUNS / 2;
  const guint p90 = N_RUNS * 9 / 10;

  measure (mail, N_RUNS, here, there);
  g_print ("a message: median %.3f ms here, %.3f there; p90 %.3f and %.3f\n", here[median], there[median], here[p90],
           there[p90]);
  bench_print_budget ("a message: median beyond that in process", there[median] - here[median], BUDGET_MORE_MS, "ms");
  bench_print_budget ("a message: p90 beyond that in process", there[p90] - here[p90], BUDGET_MORE_MS, "ms");
}

static GBytes *
read_path (const char *path)
{
  g_autoptr (GError) error = NULL;
  const int file = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  GBytes *bytes = buoy_scan_read_file (file, G_MAXSSIZE, NULL, &error);

  g_assert_no_error (error);
  close (file);
  return bytes;
}

/* As a host has it that reads it from a file. (transfer full) */
static GBytes *
read_from_file (GBytes *mail)
{
  g_autofree char *path = NULL;
  const int file = g_file_open_tmp ("bellbuoy-XXXXXX", &path, NULL);
  GBytes *bytes;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (mail, NULL), (gssize) g_bytes_get_size (mail), NULL));
  close (file);
  bytes = read_path (path);
  g_unlink (path);
  return bytes;
}

static void
measure_large (void)
{
  g_autoptr (GBytes) mail = bench_mail_attachment (50 * MEGABYTE);
  g_autoptr (GBytes) shared = read_from_file (mail);
  double here[N_LARGE_RUNS], there[N_LARGE_RUNS];

  measure (mail, N_LARGE_RUNS, here, there);
  g_print ("50 MB: median %.1f ms here, %.1f there\n", here[N_LARGE_RUNS / 2], there[N_LARGE_RUNS / 2]);
  bench_print_budget ("50 MB by memory file", there[N_LARGE_RUNS / 2] / here[N_LARGE_RUNS / 2], BUDGET_COPIED,
                      "of in process");
  measure (shared, N_LARGE_RUNS, here, there);
  g_print ("50 MB from a file: median %.1f ms here, %.1f there\n", here[N_LARGE_RUNS / 2], there[N_LARGE_RUNS / 2]);
  bench_print_budget ("50 MB by descriptor", there[N_LARGE_RUNS / 2] / here[N_LARGE_RUNS / 2], BUDGET_LARGE,
                      "of in process");
}

/* The only child, of whichever thread; NULL where the kernel does not tell. (transfer full) */
static char *
find_child (void)
{
  g_autoptr (GDir) threads = g_dir_open ("/proc/self/task", 0, NULL);
  const char *name;

  while (threads != NULL && (name = g_dir_read_name (threads)) != NULL)
    {
      g_autofree char *path = g_strdup_printf ("/proc/self/task/%s/children", name);
      char *children;

      if (!g_file_get_contents (path, &children, NULL, NULL))
        continue;
      if (*g_strstrip (children) != '\0')
        return children;
      g_free (children);
    }
  return NULL;
}

/* Resident memory of the only child; 0 where the kernel does not tell. */
static double
get_child_mb (void)
{
  g_autofree char *program = find_child ();
  g_autofree char *path = g_strdup_printf ("/proc/%s/status", program);
  g_autofree char *status = NULL;
  const char *line;

  if (program == NULL || !g_file_get_contents (path, &status, NULL, NULL) || (line = strstr (status, "VmRSS:")) == NULL)
    return 0;
  return atof (line + strlen ("VmRSS:")) * 1024 / MEGABYTE;
}

static gpointer
scan_for_a_while (gpointer mail)
{
  const gint64 end = g_get_monotonic_time () + RATE_US;
  guint n = 0;

  for (; g_get_monotonic_time () < end; n++)
    time_scan (mail, FALSE);
  return GUINT_TO_POINTER (n);
}

/* Messages a second. */
static double
get_rate (GBytes *mail, guint n_threads)
{
  g_autofree GThread **threads = g_new (GThread *, n_threads);
  guint n = 0;

  for (guint i = 0; i < n_threads; i++)
    threads[i] = g_thread_new ("scan", scan_for_a_while, mail);
  for (guint i = 0; i < n_threads; i++)
    n += GPOINTER_TO_UINT (g_thread_join (threads[i]));
  return n * (double) G_USEC_PER_SEC / RATE_US;
}

static void
measure_rate (void)
{
  g_autoptr (GBytes) mail = bench_mail_newsletter (100);
  const double one = get_rate (mail, 1);
  const double two = get_rate (mail, 2);

  g_print ("messages a second: %.0f from one thread, %.0f from two\n", one, two);
  /* a budget is a maximum */
  bench_print_budget ("time of two threads for twice the messages", 2 * one / two, 2 / BUDGET_THREADS, "");
}

int
main (void)
{
  g_autoptr (GBytes) mail = bench_mail_text (2 * KILOBYTE);
  const double first = time_scan (mail, FALSE);

  bench_print_budget ("start: first message over the second", first - time_scan (mail, FALSE), BUDGET_START_MS, "ms");
  bench_print_budget ("memory of the warm program", get_child_mb (), BUDGET_MEMORY_MB, "MB");
  measure_message ();
  measure_large ();
  measure_rate ();
  return 0;
}
