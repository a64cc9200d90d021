/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The cost of one message in its own process: the first verdict and everything displayed of it. Prints one line:
 * milliseconds of the processor, steps of the budget, the most of them at once, kilobytes of memory at the peak, level,
 * limits. With MS, cancels the scan once it has taken that long, and prints how many milliseconds it went on.
 */
#include "config.h"

#include "bellbuoy.h"
#include "notice/buoy-feedback.h"
#include "notice/buoy-json.h"
#include "notice/buoy-story.h"
#include "verdict/buoy-verdict-private.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define N_CONTACTS 2000 /* an address book */

/* Everything that is known about a reader adds comparisons. */
static BuoyContext *
make_context (void)
{
  BuoyContext *context = buoy_context_new ();

  buoy_context_add_trusted_host (context, "mx.reader.test");
  buoy_context_add_own_address (context, "reader@reader.test");
  for (guint i = 0; i < N_CONTACTS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Anna Number%u", i);
      g_autofree char *address = g_strdup_printf ("anna%u@house-%u.example", i, i);

      buoy_context_add_contact (context, name, address);
    }
  return context;
}

static double
now_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/* getrusage() also counts what the parent held when it forked. */
static long
peak_kb (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmHWM:");
  return line != NULL ? strtol (line + strlen ("VmHWM:"), NULL, 10) : 0;
}

static void
show (BuoyVerdict *verdict)
{
  g_autoptr (BuoyNotice) notice = buoy_notice_new (verdict);
  g_autoptr (BuoyStory) story = buoy_story_new (notice);
  g_autofree char *text = buoy_notice_to_text (notice);
  g_autofree char *told = buoy_story_to_text (story);
  g_autofree char *json = buoy_verdict_to_json (verdict);
  g_autofree char *report = buoy_verdict_to_report (verdict);
}

static char *
limits_of (BuoyVerdict *verdict)
{
  const GPtrArray *limits = verdict->facts->limits;
  GString *names = g_string_new ("-");

  for (guint i = 0; i < limits->len; i++)
    g_string_append_printf (names, ",%s", (const char *) g_ptr_array_index (limits, i));
  return g_string_free (names, FALSE);
}

static void
tell (BuoyVerdict *verdict, const BuoyBudget *budget, double ms)
{
  static const char *const levels[] = { "none", "caution", "danger" };
  g_autofree char *limits = limits_of (verdict);

  g_print ("%.1f %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %ld %s %s\n", ms, buoy_budget_get_n_steps (budget),
           buoy_budget_get_largest (budget), peak_kb (), levels[buoy_verdict_get_level (verdict)], limits);
}

typedef struct
{
  GCancellable *cancellable;
  clockid_t clock; /* of the thread that scans */
  double after_ms;
  double cancelled_ms; /* 0: it was done before */
  gint is_done;
} Watch;

static double
clock_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static gpointer
watch_scan (gpointer data)
{
  Watch *watch = data;

  while (!g_atomic_int_get (&watch->is_done) && clock_ms (watch->clock) < watch->after_ms)
    g_usleep (200);
  if (g_atomic_int_get (&watch->is_done))
    return NULL;
  watch->cancelled_ms = clock_ms (watch->clock);
  g_cancellable_cancel (watch->cancellable);
  return NULL;
}

/* What a process does only once is not counted. */
static void
warm_up (BuoyContext *context)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("From: a@b.test\n\nx", 18);
  g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, context, 0, NULL, NULL);
}

/* Prints 0 if the scan ended before. */
static void
scan_cancelled (GBytes *bytes, BuoyContext *context, double after_ms)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (BuoyVerdict) verdict = NULL;
  Watch watch = { .cancellable = cancellable };
  GThread *thread;
  double end_ms;

  pthread_getcpuclockid (pthread_self (), &watch.clock);
  watch.after_ms = clock_ms (watch.clock) + after_ms;
  thread = g_thread_new ("watch", watch_scan, &watch);
  verdict = buoy_scan (bytes, context, 0, cancellable, NULL);
  end_ms = clock_ms (watch.clock);
  g_atomic_int_set (&watch.is_done, TRUE);
  g_thread_join (thread);
  g_print ("%.1f\n", watch.cancelled_ms > 0 ? MAX (end_ms - watch.cancelled_ms, 0) : 0);
}

/* buoy_scan() with a budget that can be looked at; NULL if the message is refused. */
static BuoyVerdict *
scan (GBytes *bytes, BuoyContext *context, BuoyBudget *budget)
{
  g_autoptr (BuoyMessage) message = buoy_message_new_with_pictures (bytes, budget, NULL, NULL, NULL);

  return message != NULL ? buoy_verdict_of_message (message, context, NULL, NULL, NULL) : NULL;
}

int
main (int argc, char **argv)
{
  g_autoptr (BuoyBudget) budget = buoy_budget_new (NULL);
  g_autoptr (BuoyContext) context = make_context ();
  g_autoptr (GMappedFile) file = argc > 1 ? g_mapped_file_new (argv[1], FALSE, NULL) : NULL;
  g_autoptr (GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  g_autoptr (BuoyVerdict) verdict = NULL;
  double start_ms;

  if (bytes == NULL)
    {
      g_printerr ("usage: bench-cost FILE [MS]\n");
      return 2;
    }
  warm_up (context);
  if (argc == 3)
    {
      scan_cancelled (bytes, context, g_ascii_strtod (argv[2], NULL));
      return 0;
    }
  start_ms = now_ms ();
  verdict = scan (bytes, context, budget);
  if (verdict != NULL)
    show (verdict);
  if (verdict != NULL)
    tell (verdict, budget, now_ms () - start_ms);
  else /* refused as a whole */
    g_print ("%.1f 0 0 %ld refused -\n", now_ms () - start_ms, peak_kb ());
  return 0;
}
