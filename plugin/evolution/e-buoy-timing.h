/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Measures main-thread time: logged if G_MESSAGES_DEBUG contains "bellbuoy-timing".
 */
#pragma once

#include <glib.h>
#include <time.h>

typedef struct
{
  const char *step;
  gint64 begin;
  gint64 begin_work;
} EBuoyTiming;

/* CPU time of this thread, so that other programs don't matter. */
static inline gint64
e_buoy_timing_get_work (void)
{
  struct timespec now = { 0 };

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static inline void
e_buoy_timing_end (EBuoyTiming *timing)
{
  g_log ("bellbuoy-timing", G_LOG_LEVEL_DEBUG, "%s: %" G_GINT64_FORMAT " us, %" G_GINT64_FORMAT " us at work",
         timing->step, g_get_monotonic_time () - timing->begin, e_buoy_timing_get_work () - timing->begin_work);
}

/* Measures from here to the end of the block. */
#define E_BUOY_TIMED(name)                                                 \
  __attribute__ ((cleanup (e_buoy_timing_end), unused)) EBuoyTiming timing \
      = { name, g_get_monotonic_time (), e_buoy_timing_get_work () }
