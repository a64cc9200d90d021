/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "buoy-policy-words.h"

#include <glib/gi18n-lib.h>

#include "buoy-settings.h"
#include "events/buoy-events.h"
#include "policy/buoy-policy-backend.h"

#define MAX_LINES 5 /* administrators see all of them with `bellbuoy policy validate` */

char *
buoy_policy_words_tell_faults (GSettings *settings)
{
  BuoyPolicy *policy = buoy_policy_of_settings (settings);
  g_auto (GStrv) faults = policy != NULL ? buoy_policy_list_faults (policy) : NULL;
  g_autoptr (GString) text = NULL;

  if (faults == NULL || *faults == NULL)
    return NULL;
  text = g_string_new (_ ("The policy of your organisation contains errors. What is not affected by them is in force. "
                          "Please tell your administrator:"));
  for (guint i = 0; i < MAX_LINES && faults[i] != NULL; i++)
    g_string_append_printf (text, "\n%s", faults[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

const char *
buoy_policy_words_tell_events (GSettings *settings)
{
  if (!buoy_events_are_on (buoy_settings_get_organisation (settings)))
    return NULL;
  return _ ("Your organisation is told when a warning is shown to you, and what you do then: whether you open a link, "
            "report or trust the message. It is told neither the subject nor addresses nor the text of a message.");
}
