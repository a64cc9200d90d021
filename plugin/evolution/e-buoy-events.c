/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "e-buoy-events.h"

#include "buoy-settings.h"
#include "e-buoy-settings.h"
#include "events/buoy-events.h"

#define SHOWN "bellbuoy-event-shown"
#define KIND "bellbuoy-event-kind"

void
e_buoy_events_send (EBuoyAnalysis *analysis, BuoyEventKind kind, const char *uri)
{
  GSettings *settings = e_buoy_settings_get ();

  if (settings != NULL)
    buoy_events_send (buoy_settings_get_organisation (settings), kind,
                      analysis != NULL ? e_buoy_analysis_get_verdict (analysis) : NULL, uri);
}

void
e_buoy_events_send_shown (EBuoyAnalysis *analysis, EMailPartList *part_list)
{
  if (part_list == NULL || g_object_get_data (G_OBJECT (part_list), SHOWN) != NULL)
    return;
  g_object_set_data (G_OBJECT (part_list), SHOWN, GINT_TO_POINTER (TRUE));
  e_buoy_events_send (analysis, BUOY_EVENT_WARNING_SHOWN, NULL);
}

static void
on_activate (GSimpleAction *action, GVariant *parameter, EBuoyAnalysis *analysis)
{
  const BuoyEventKind kind = (BuoyEventKind) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (action), KIND));

  e_buoy_events_send (analysis, kind, NULL);
}

static void
release (gpointer analysis, GClosure *closure)
{
  g_object_unref (analysis);
}

void
e_buoy_events_follow (const EBuoyOffer *offer, GSimpleAction *action, BuoyEventKind kind)
{
  g_object_set_data (G_OBJECT (action), KIND, GINT_TO_POINTER (kind));
  g_signal_connect_data (action, "activate", G_CALLBACK (on_activate), g_object_ref (offer->analysis), release, 0);
}
