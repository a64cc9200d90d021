/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "worker/worker-restart.h"

#include <string.h>

static void
forget_old (BuoyRestart *restart, gint64 now)
{
  guint n_old = 0;

  while (n_old < restart->n_deaths && now - restart->deaths[n_old] > BUOY_RESTART_MEMORY_US)
    n_old++;
  restart->n_deaths -= n_old;
  memmove (restart->deaths, restart->deaths + n_old, restart->n_deaths * sizeof *restart->deaths);
}

void
buoy_restart_note_death (BuoyRestart *restart, gint64 now)
{
  forget_old (restart, now);
  if (restart->n_deaths < BUOY_RESTART_MAX_DEATHS)
    restart->deaths[restart->n_deaths++] = now;
  restart->is_stopped |= restart->n_deaths == BUOY_RESTART_MAX_DEATHS;
}

gint64
buoy_restart_get_time (BuoyRestart *restart, gint64 now)
{
  static const gint64 waits[BUOY_RESTART_MAX_DEATHS] = { 0, 0, 1, 10, 60 }; /* seconds, by the number of deaths */

  if (restart->is_stopped)
    return G_MAXINT64;
  forget_old (restart, now);
  if (restart->n_deaths == 0)
    return now;
  return restart->deaths[restart->n_deaths - 1] + waits[restart->n_deaths] * G_USEC_PER_SEC;
}
