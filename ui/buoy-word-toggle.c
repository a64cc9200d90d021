/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Words that this version does not know are kept.
 */
#include "config.h"

#include "buoy-word-toggle.h"

#include "buoy-sentence.h"
#include "buoy-setting-list.h"
#include "policy/buoy-policy-backend.h"

struct _BuoyWordToggle
{
  GtkCheckButton parent;

  GSettings *settings;
  char *key;
  GVariant *word;
  gboolean is_inverse;
};

G_DEFINE_FINAL_TYPE (BuoyWordToggle, buoy_word_toggle, GTK_TYPE_CHECK_BUTTON)

static void
buoy_word_toggle_toggled (GtkToggleButton *button)
{
  BuoyWordToggle *self = BUOY_WORD_TOGGLE (button);

  buoy_setting_list_set (self->settings, self->key, self->word,
                         gtk_toggle_button_get_active (button) != self->is_inverse);
}

static void
follow (BuoyWordToggle *self)
{
  const gboolean is_in = buoy_setting_list_has (self->settings, self->key, self->word);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self), is_in != self->is_inverse);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !buoy_policy_holds_entry (self->settings, self->key, self->word));
}

static void
buoy_word_toggle_finalize (GObject *object)
{
  BuoyWordToggle *self = BUOY_WORD_TOGGLE (object);

  g_object_unref (self->settings);
  g_free (self->key);
  g_variant_unref (self->word);
  G_OBJECT_CLASS (buoy_word_toggle_parent_class)->finalize (object);
}

static void
buoy_word_toggle_class_init (BuoyWordToggleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = buoy_word_toggle_finalize;
  GTK_TOGGLE_BUTTON_CLASS (klass)->toggled = buoy_word_toggle_toggled;
}

static void
buoy_word_toggle_init (BuoyWordToggle *self)
{
}

static GtkWidget *
toggle_new (GSettings *settings, const char *key, const char *word, const char *title, gboolean is_inverse)
{
  BuoyWordToggle *self = g_object_new (BUOY_TYPE_WORD_TOGGLE, NULL);
  g_autofree char *signal = g_strconcat ("changed::", key, NULL);

  self->settings = g_object_ref (settings);
  self->key = g_strdup (key);
  self->word = g_variant_ref_sink (g_variant_new_string (word));
  self->is_inverse = is_inverse;
  gtk_container_add (GTK_CONTAINER (self), buoy_label_new (title, PANGO_WEIGHT_NORMAL));
  atk_object_set_name (gtk_widget_get_accessible (GTK_WIDGET (self)), title);
  follow (self);
  g_signal_connect_object (settings, signal, G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

GtkWidget *
buoy_word_toggle_new (GSettings *settings, const char *key, const char *word, const char *title)
{
  return toggle_new (settings, key, word, title, FALSE);
}

GtkWidget *
buoy_word_toggle_new_inverse (GSettings *settings, const char *key, const char *word, const char *title)
{
  return toggle_new (settings, key, word, title, TRUE);
}
