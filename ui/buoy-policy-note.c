/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Hidden as long as there is nothing to tell; follows the files.
 */
#include "config.h"

#include "buoy-policy-note.h"

#include "buoy-facts.h"
#include "buoy-policy-words.h"
#include "buoy-sentence.h"
#include "policy/buoy-policy-backend.h"

#define SETTINGS "buoy-settings"

static void
update (GtkLabel *label)
{
  g_autofree char *words = buoy_policy_words_tell_faults (g_object_get_data (G_OBJECT (label), SETTINGS));

  gtk_label_set_text (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL);
}

GtkWidget *
buoy_policy_note_new (GSettings *settings)
{
  GtkWidget *label = buoy_label_new ("", PANGO_WEIGHT_NORMAL);
  BuoyPolicy *policy = buoy_policy_of_settings (settings);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_no_show_all (label, TRUE);
  g_object_set_data_full (G_OBJECT (label), SETTINGS, g_object_ref (settings), g_object_unref);
  if (policy != NULL)
    g_signal_connect_object (policy, "faults-changed", G_CALLBACK (update), label, G_CONNECT_SWAPPED);
  update (GTK_LABEL (label));
  return label;
}
