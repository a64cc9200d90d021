/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The settings are the model: changes are written there, and the rows follow the settings, whoever changed them.
 */
#include "config.h"

#include "buoy-list-editor.h"

#include <glib/gi18n-lib.h>

#include "buoy-list-row.h"
#include "buoy-sentence.h"
#include "buoy-setting-list.h"
#include "buoy-template.h"

#define MAX_ROWS 500 /* shown to a person; an organisation's lists may be longer */

struct _BuoyListEditor
{
  GtkBox parent;

  GtkWidget *rows;
  GtkWidget *field; /* removed if nothing can be added */
  GtkEntry *entry;

  GSettings *settings;
  char *key;
  BuoyListEntryFunc read; /* NULL if nothing can be added */
};

G_DEFINE_FINAL_TYPE (BuoyListEditor, buoy_list_editor, GTK_TYPE_BOX)

static void
refresh (BuoyListEditor *self)
{
  g_autoptr (GVariant) list = g_settings_get_value (self->settings, self->key);
  const gsize n_rows = MIN (g_variant_n_children (list), MAX_ROWS);

  gtk_container_foreach (GTK_CONTAINER (self->rows), (GtkCallback) gtk_widget_destroy, NULL);
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autoptr (GVariant) value = g_variant_get_child_value (list, i);

      gtk_container_add (GTK_CONTAINER (self->rows), buoy_list_row_new (self->settings, self->key, value));
    }
  if (n_rows == 0)
    /* Translators: stands in an empty list. */
    gtk_container_add (GTK_CONTAINER (self->rows), buoy_label_new (_ ("None"), PANGO_WEIGHT_NORMAL));
  gtk_widget_show_all (self->rows);
}

static void
on_add (BuoyListEditor *self)
{
  g_autofree char *entry = self->read (gtk_entry_get_text (self->entry));

  if (entry == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self->entry));
      return;
    }
  buoy_setting_list_set (self->settings, self->key, g_variant_new_string (entry), TRUE);
  gtk_entry_set_text (self->entry, "");
}

static void
buoy_list_editor_finalize (GObject *object)
{
  BuoyListEditor *self = BUOY_LIST_EDITOR (object);

  g_object_unref (self->settings);
  g_free (self->key);
  G_OBJECT_CLASS (buoy_list_editor_parent_class)->finalize (object);
}

static void
buoy_list_editor_class_init (BuoyListEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = buoy_list_editor_finalize;
  buoy_template_set (widget_class, "buoy-list-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, BuoyListEditor, rows);
  gtk_widget_class_bind_template_child (widget_class, BuoyListEditor, field);
  gtk_widget_class_bind_template_child (widget_class, BuoyListEditor, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
}

static void
buoy_list_editor_init (BuoyListEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_up_field (BuoyListEditor *self, const char *name, const char *hint)
{
  gtk_entry_set_placeholder_text (self->entry, hint);
  atk_object_set_name (gtk_widget_get_accessible (GTK_WIDGET (self->entry)), name);
}

GtkWidget *
buoy_list_editor_new (GSettings *settings, const char *key, const char *name, const char *hint, BuoyListEntryFunc read)
{
  BuoyListEditor *self = g_object_new (BUOY_TYPE_LIST_EDITOR, NULL);
  g_autofree char *signal = g_strconcat ("changed::", key, NULL);

  self->settings = g_object_ref (settings);
  self->key = g_strdup (key);
  self->read = read;
  atk_object_set_name (gtk_widget_get_accessible (self->rows), name);
  if (read != NULL)
    set_up_field (self, name, hint);
  else
    gtk_widget_destroy (self->field); /* if it were only hidden, assistive technology could still reach it */
  g_signal_connect_object (settings, signal, G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
