/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Only changes the setting: the list follows the settings, and removes the row.
 */
#include "config.h"

#include "buoy-list-row.h"

#include <glib/gi18n-lib.h>

#include "bellbuoy.h"
#include "buoy-setting-list.h"
#include "buoy-template.h"
#include "notice/buoy-shown.h"
#include "policy/buoy-policy-backend.h"

struct _BuoyListRow
{
  GtkBox parent;

  GtkLabel *words;
  GtkWidget *remove;

  GSettings *settings;
  char *key;
  GVariant *value;
};

G_DEFINE_FINAL_TYPE (BuoyListRow, buoy_list_row, GTK_TYPE_BOX)

static void
on_remove (BuoyListRow *self)
{
  buoy_setting_list_set (self->settings, self->key, self->value, FALSE);
}

static void
buoy_list_row_finalize (GObject *object)
{
  BuoyListRow *self = BUOY_LIST_ROW (object);

  g_object_unref (self->settings);
  g_free (self->key);
  g_variant_unref (self->value);
  G_OBJECT_CLASS (buoy_list_row_parent_class)->finalize (object);
}

static void
buoy_list_row_class_init (BuoyListRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = buoy_list_row_finalize;
  buoy_template_set (widget_class, "buoy-list-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BuoyListRow, words);
  gtk_widget_class_bind_template_child (widget_class, BuoyListRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
}

static void
buoy_list_row_init (BuoyListRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
words_of (GVariant *value)
{
  const char *sender, *site;
  g_autofree char *shown_sender = NULL;
  g_autofree char *shown_site = NULL;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return buoy_shown_text (g_variant_get_string (value, NULL));
  g_variant_get (value, "(&s&s)", &sender, &site);
  shown_sender = buoy_shown_text (sender);
  shown_site = buoy_shown_text (site);
  /* Translators: %1$s is the domain of a sender, %2$s a site that its links may lead to. */
  return g_strdup_printf (_ ("%1$s: links to %2$s"), shown_sender, shown_site);
}

GtkWidget *
buoy_list_row_new (GSettings *settings, const char *key, GVariant *value)
{
  BuoyListRow *self = g_object_new (BUOY_TYPE_LIST_ROW, NULL);
  g_autofree char *words = words_of (value);
  /* Translators: for screen readers; %s is an entry of a list. */
  g_autofree char *name = g_strdup_printf (_ ("Remove %s"), words);

  self->settings = g_object_ref (settings);
  self->key = g_strdup (key);
  self->value = g_variant_ref_sink (value);
  gtk_label_set_text (self->words, words);
  atk_object_set_name (gtk_widget_get_accessible (self->remove), name);
  if (buoy_policy_holds_entry (settings, key, self->value))
    {
      gtk_widget_set_sensitive (self->remove, FALSE);
      gtk_widget_set_tooltip_text (self->remove, _ ("Managed by your organisation"));
    }
  return GTK_WIDGET (self);
}
