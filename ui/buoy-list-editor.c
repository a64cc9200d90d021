/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The settings are the model: every change goes there, and the rows follow what comes back from there, whoever wrote
 * it.
 */
#include "config.h"

#include "buoy-list-editor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bellbuoy.h"
#include "buoy-facts.h"
#include "buoy-setting-list.h"
#include "buoy-sentence.h"

#define SPACING 6
#define MAX_ROWS 500 /* of a list that a person looks through; an organisation's may be longer */

typedef struct
{
  GSettings *settings;
  char *key;
  GtkWidget *rows;
  GtkWidget *entry; /* NULL */
} Editor;

static void
editor_free (gpointer data)
{
  Editor *editor = data;

  g_object_unref (editor->settings);
  g_free (editor->key);
  g_free (editor);
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

static void
on_remove (GtkButton *button, gpointer data)
{
  Editor *editor = data;

  buoy_setting_list_set (editor->settings, editor->key, g_object_get_data (G_OBJECT (button), "value"), FALSE);
}

static GtkWidget *
row_new (Editor *editor, GVariant *value)
{
  g_autofree char *words = words_of (value);
  /* Translators: for screen readers; %s is an entry of a list. */
  g_autofree char *name = g_strdup_printf (_ ("Remove %s"), words);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *label = buoy_label_new (words, PANGO_WEIGHT_NORMAL);
  GtkWidget *button = gtk_button_new_with_label (_ ("Remove"));

  g_object_set_data_full (G_OBJECT (button), "value", g_variant_ref (value), (GDestroyNotify) g_variant_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (on_remove), editor);
  atk_object_set_name (gtk_widget_get_accessible (button), name);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_box_pack_start (GTK_BOX (row), label, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (row), button, FALSE, FALSE, 0);
  return row;
}

static void
refresh (Editor *editor)
{
  g_autoptr (GVariant) list = g_settings_get_value (editor->settings, editor->key);
  const gsize n_rows = MIN (g_variant_n_children (list), MAX_ROWS);

  gtk_container_foreach (GTK_CONTAINER (editor->rows), (GtkCallback) gtk_widget_destroy, NULL);
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autoptr (GVariant) value = g_variant_get_child_value (list, i);

      gtk_container_add (GTK_CONTAINER (editor->rows), row_new (editor, value));
    }
  if (n_rows == 0)
    /* Translators: stands in an empty list. */
    gtk_container_add (GTK_CONTAINER (editor->rows), buoy_label_new (_ ("None"), PANGO_WEIGHT_NORMAL));
  gtk_widget_show_all (editor->rows);
}

static void
on_changed (GtkWidget *box)
{
  refresh (g_object_get_data (G_OBJECT (box), "editor"));
}

/* A domain or host has a dot and no space; people paste addresses too. */
static char *
tidy (const char *text)
{
  const char *at = strrchr (text, '@');
  char *host = g_strstrip (g_strdup (at != NULL ? at + 1 : text));

  if (strchr (host, '.') == NULL || strpbrk (host, " \t/") != NULL)
    g_clear_pointer (&host, g_free);
  return host;
}

static void
on_add (GtkWidget *widget, gpointer data)
{
  Editor *editor = data;
  g_autofree char *host = tidy (gtk_entry_get_text (GTK_ENTRY (editor->entry)));

  if (host == NULL)
    {
      gtk_widget_error_bell (editor->entry);
      return;
    }
  buoy_setting_list_set (editor->settings, editor->key, g_variant_new_string (host), TRUE);
  gtk_entry_set_text (GTK_ENTRY (editor->entry), "");
}

static GtkWidget *
field_new (Editor *editor, const char *name, const char *hint)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *button = gtk_button_new_with_label (_ ("Add"));

  editor->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (editor->entry), hint);
  atk_object_set_name (gtk_widget_get_accessible (editor->entry), name);
  g_signal_connect (editor->entry, "activate", G_CALLBACK (on_add), editor);
  g_signal_connect (button, "clicked", G_CALLBACK (on_add), editor);
  gtk_box_pack_start (GTK_BOX (row), editor->entry, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (row), button, FALSE, FALSE, 0);
  return row;
}

GtkWidget *
buoy_list_editor_new (GSettings *settings, const char *key, const char *name, const char *hint)
{
  Editor *editor = g_new0 (Editor, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  g_autofree char *signal = g_strconcat ("changed::", key, NULL);

  editor->settings = g_object_ref (settings);
  editor->key = g_strdup (key);
  editor->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  g_object_set_data_full (G_OBJECT (box), "editor", editor, editor_free);
  atk_object_set_name (gtk_widget_get_accessible (editor->rows), name);
  gtk_container_add (GTK_CONTAINER (box), editor->rows);
  if (hint != NULL)
    gtk_container_add (GTK_CONTAINER (box), field_new (editor, name, hint));
  g_signal_connect_object (settings, signal, G_CALLBACK (on_changed), box, G_CONNECT_SWAPPED);
  refresh (editor);
  return box;
}
