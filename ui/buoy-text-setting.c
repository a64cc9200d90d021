/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Partial input must not be stored, so the text is stored when the reader leaves the field or presses Return.
 */
#include "config.h"

#include "buoy-text-setting.h"

struct _BuoyTextSetting
{
  GtkEntry parent;

  GSettings *settings;
  char *key;
};

G_DEFINE_FINAL_TYPE (BuoyTextSetting, buoy_text_setting, GTK_TYPE_ENTRY)

static void
store (BuoyTextSetting *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_entry_get_text (GTK_ENTRY (self))));
  g_autofree char *stored = g_settings_get_string (self->settings, self->key);

  if (!g_str_equal (text, stored))
    g_settings_set_string (self->settings, self->key, text);
}

static void
follow (BuoyTextSetting *self)
{
  g_autofree char *stored = g_settings_get_string (self->settings, self->key);

  gtk_entry_set_text (GTK_ENTRY (self), stored);
}

static void
buoy_text_setting_activate (GtkEntry *entry)
{
  store (BUOY_TEXT_SETTING (entry));
  GTK_ENTRY_CLASS (buoy_text_setting_parent_class)->activate (entry);
}

static gboolean
buoy_text_setting_focus_out_event (GtkWidget *widget, GdkEventFocus *event)
{
  store (BUOY_TEXT_SETTING (widget));
  return GTK_WIDGET_CLASS (buoy_text_setting_parent_class)->focus_out_event (widget, event);
}

static void
buoy_text_setting_finalize (GObject *object)
{
  BuoyTextSetting *self = BUOY_TEXT_SETTING (object);

  g_object_unref (self->settings);
  g_free (self->key);
  G_OBJECT_CLASS (buoy_text_setting_parent_class)->finalize (object);
}

static void
buoy_text_setting_class_init (BuoyTextSettingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = buoy_text_setting_finalize;
  GTK_WIDGET_CLASS (klass)->focus_out_event = buoy_text_setting_focus_out_event;
  GTK_ENTRY_CLASS (klass)->activate = buoy_text_setting_activate;
}

static void
buoy_text_setting_init (BuoyTextSetting *self)
{
}

GtkWidget *
buoy_text_setting_new (GSettings *settings, const char *key, const char *name, const char *hint)
{
  BuoyTextSetting *self = g_object_new (BUOY_TYPE_TEXT_SETTING, "placeholder-text", hint, NULL);
  g_autofree char *signal = g_strconcat ("changed::", key, NULL);

  self->settings = g_object_ref (settings);
  self->key = g_strdup (key);
  atk_object_set_name (gtk_widget_get_accessible (GTK_WIDGET (self)), name);
  follow (self);
  g_signal_connect_object (settings, signal, G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
