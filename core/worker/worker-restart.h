/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * When the worker program is started again after it has ended by itself. That should never happen, so what repeats is
 * not tried for ever.
 */
#pragma once

#include <glib.h>

#define BUOY_RESTART_MAX_DEATHS 5 /* of the program, within the time below */
#define BUOY_RESTART_MEMORY_US (10 * 60 * (gint64) G_USEC_PER_SEC)

typedef struct
{
  gint64 deaths[BUOY_RESTART_MAX_DEATHS]; /* when, of the monotonic clock; the oldest first */
  guint n_deaths;
  gboolean is_stopped;
} BuoyRestart;

void buoy_restart_note_death (BuoyRestart *restart, gint64 now);

/* When it may be started, at the earliest: at once after the first death, then 1, 10 and 60 seconds after the last one.
 * G_MAXINT64: no more in this process.
 */
gint64 buoy_restart_get_time (BuoyRestart *restart, gint64 now);
