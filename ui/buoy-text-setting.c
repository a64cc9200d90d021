/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Half an entry must not count; so it counts when the reader leaves the field or presses Return.
 */
#include "config.h"

#include "buoy-text-setting.h"

#define KEY "bellbuoy-key"

static const char *
key_of (GtkWidget *entry)
{
  return g_object_get_data (G_OBJECT (entry), KEY);
}

static void
store (GtkWidget *entry, GSettings *settings)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_entry_get_text (GTK_ENTRY (entry))));
  g_autofree char *stored = g_settings_get_string (settings, key_of (entry));

  if (!g_str_equal (text, stored))
    g_settings_set_string (settings, key_of (entry), text);
}

static gboolean
on_focus_out (GtkWidget *entry, GdkEvent *event, GSettings *settings)
{
  store (entry, settings);
  return GDK_EVENT_PROPAGATE;
}

static void
follow (GtkWidget *entry, const char *key, GSettings *settings)
{
  g_autofree char *stored = g_settings_get_string (settings, key_of (entry));

  gtk_entry_set_text (GTK_ENTRY (entry), stored);
}

GtkWidget *
buoy_text_setting_new (GSettings *settings, const char *key, const char *name, const char *hint)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *signal = g_strconcat ("changed::", key, NULL);

  g_object_set_data_full (G_OBJECT (entry), KEY, g_strdup (key), g_free);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  atk_object_set_name (gtk_widget_get_accessible (entry), name);
  follow (entry, key, settings);
  g_signal_connect_object (entry, "activate", G_CALLBACK (store), settings, 0);
  g_signal_connect_object (entry, "focus-out-event", G_CALLBACK (on_focus_out), settings, 0);
  g_signal_connect_object (settings, signal, G_CALLBACK (follow), entry, G_CONNECT_SWAPPED);
  return entry;
}
