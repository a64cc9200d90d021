/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Hidden while there is nothing to report; follows the policy.
 */
#include "config.h"

#include "buoy-policy-note.h"

#include "buoy-facts.h"
#include "buoy-policy-words.h"
#include "buoy-sentence.h"
#include "buoy-settings.h"
#include "policy/buoy-policy-backend.h"

#define SETTINGS "buoy-settings"

static void
update (GtkLabel *label)
{
  GSettings *settings = g_object_get_data (G_OBJECT (label), SETTINGS);
  g_autofree char *faults = buoy_policy_words_tell_faults (settings);
  const char *events = buoy_policy_words_tell_events (settings);
  g_autofree char *words = g_strconcat (faults != NULL ? faults : "", faults != NULL && events != NULL ? "\n\n" : "",
                                        events != NULL ? events : "", NULL);

  gtk_label_set_text (label, words);
  gtk_widget_set_visible (GTK_WIDGET (label), *words != '\0');
}

GtkWidget *
buoy_policy_note_new (GSettings *settings)
{
  GtkWidget *label = buoy_label_new ("", PANGO_WEIGHT_NORMAL);
  BuoyPolicy *policy = buoy_policy_of_settings (settings);
  GSettings *organisation = buoy_settings_get_organisation (settings);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_no_show_all (label, TRUE);
  g_object_set_data_full (G_OBJECT (label), SETTINGS, g_object_ref (settings), g_object_unref);
  if (policy != NULL)
    g_signal_connect_object (policy, "faults-changed", G_CALLBACK (update), label, G_CONNECT_SWAPPED);
  if (organisation != NULL)
    g_signal_connect_object (organisation, "changed::events", G_CALLBACK (update), label, G_CONNECT_SWAPPED);
  update (GTK_LABEL (label));
  return label;
}
