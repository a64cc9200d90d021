/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "buoy-isolation.h"

#include "bellbuoy.h"
#include "buoy-deaths.h"
#include "buoy-settings.h"
#include "events/buoy-events.h"
#include "verdict/buoy-scan-process.h"

static GSettings *reported_by; /* main thread */
static const char *client_name;

static gboolean
report (gpointer unused)
{
  buoy_events_send (buoy_settings_get_organisation (reported_by), BUOY_EVENT_WORKER_DIED, NULL, NULL);
  return G_SOURCE_REMOVE;
}

/* In a thread of its own. */
static void
on_death (gboolean is_stopped)
{
  if (is_stopped)
    g_warning ("bellbuoy-worker ended too often: messages are not checked any more");
  else
    g_message ("bellbuoy-worker ended, and is started again");
  buoy_deaths_note (client_name, is_stopped);
  g_idle_add (report, NULL);
}

void
buoy_isolation_report (GSettings *settings, const char *client)
{
  client_name = client;
  g_set_object (&reported_by, settings);
  buoy_scan_set_death_func (on_death);
}
