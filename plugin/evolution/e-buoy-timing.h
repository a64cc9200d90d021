/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How long the main thread is ours: written down where G_MESSAGES_DEBUG asks for "bellbuoy-timing".
 */
#pragma once

#include <glib.h>

typedef struct
{
  const char *step;
  gint64 begin;
} EBuoyTiming;

static inline void
e_buoy_timing_end (EBuoyTiming *timing)
{
  g_log ("bellbuoy-timing", G_LOG_LEVEL_DEBUG, "%s: %" G_GINT64_FORMAT " us", timing->step,
         g_get_monotonic_time () - timing->begin);
}

/* From here to the end of the block. */
#define E_BUOY_TIMED(name)                                                                                            \
  __attribute__ ((cleanup (e_buoy_timing_end), unused)) EBuoyTiming timing = { name, g_get_monotonic_time () }
