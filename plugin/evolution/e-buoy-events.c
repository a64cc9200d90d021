/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "e-buoy-events.h"

#include "buoy-buttons.h"
#include "buoy-settings.h"
#include "e-buoy-settings.h"
#include "events/buoy-events.h"

#define SHOWN "bellbuoy-event-shown"

/* Actions by the beginning of their names. */
static const struct
{
  const char *action;
  BuoyEventKind kind;
} actions[] = {
  { BUOY_ACTION_MARK_JUNK, BUOY_EVENT_MARKED_JUNK },
  { "report-", BUOY_EVENT_REPORTED },
  { "wrong-warning", BUOY_EVENT_MARKED_WRONG },
};

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
  const char *name = g_action_get_name (G_ACTION (action));

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_has_prefix (name, actions[i].action))
      e_buoy_events_send (analysis, actions[i].kind, NULL);
}

static void
release (gpointer analysis, GClosure *closure)
{
  g_object_unref (analysis);
}

void
e_buoy_events_follow (const EBuoyOffer *offer, GSimpleAction *action)
{
  if (offer->analysis == NULL)
    return; /* the bar of trust: there is no warning that an event could be about */
  g_signal_connect_data (action, "activate", G_CALLBACK (on_activate), g_object_ref (offer->analysis), release, 0);
}
