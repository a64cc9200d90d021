/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The reader sees the whole report before deciding whether to send it.
 */
#include "config.h"

#include "buoy-wrong-warning.h"

#include <glib/gi18n-lib.h>

#include "buoy-facts.h"
#include "buoy-notes.h"
#include "buoy-sentence.h"

#define RESPONSE_COPY 1
#define RESPONSE_WRITE 2
#define SPACING 12

typedef struct
{
  char *text;
  BuoyOpenFunc write_mail;
  gpointer data;
  GDestroyNotify free_data;
} Report;

static void
free_report (gpointer data, GClosure *closure)
{
  Report *report = data;

  report->free_data (report->data);
  g_free (report->text);
  g_free (report);
}

static void
on_response (GtkWidget *dialog, int response, gpointer data)
{
  Report *report = data;

  if (response == RESPONSE_COPY)
    {
      gtk_clipboard_set_text (gtk_widget_get_clipboard (dialog, GDK_SELECTION_CLIPBOARD), report->text, -1);
      return;
    }
  if (response == RESPONSE_WRITE)
    report->write_mail (report->data);
  gtk_widget_destroy (dialog);
}

static GtkWidget *
text_new (const char *text)
{
  GtkWidget *label = buoy_label_new (text, PANGO_WEIGHT_NORMAL);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_style_context_add_class (gtk_widget_get_style_context (label), GTK_STYLE_CLASS_MONOSPACE);
  atk_object_set_name (gtk_widget_get_accessible (label), _ ("Report"));
  return label;
}

void
buoy_wrong_warning_present (GtkWindow *parent, const char *trouble, const char *text, BuoyOpenFunc write_mail,
                            gpointer data, GDestroyNotify free_data)
{
  GtkWidget *dialog = gtk_dialog_new_with_buttons (_ ("This warning was wrong"), parent, GTK_DIALOG_DESTROY_WITH_PARENT,
                                                   _ ("_Copy"), RESPONSE_COPY, _ ("_Close"), GTK_RESPONSE_CLOSE, NULL);
  GtkWidget *content = gtk_dialog_get_content_area (GTK_DIALOG (dialog));
  g_autofree char *words = buoy_notes_thank (trouble);
  GtkWidget *thanks = buoy_label_new (words, PANGO_WEIGHT_NORMAL);
  Report *report = g_new0 (Report, 1);

  if (write_mail != NULL)
    gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Write a Mail"), RESPONSE_WRITE);
  report->text = g_strdup (text);
  report->write_mail = write_mail;
  report->data = data;
  report->free_data = free_data;
  gtk_label_set_max_width_chars (GTK_LABEL (thanks), 60);
  gtk_container_set_border_width (GTK_CONTAINER (content), SPACING);
  gtk_box_set_spacing (GTK_BOX (content), SPACING);
  gtk_container_add (GTK_CONTAINER (content), thanks);
  gtk_container_add (GTK_CONTAINER (content), text_new (text));
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_CLOSE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), report, free_report, 0);
  gtk_widget_grab_focus (gtk_dialog_get_widget_for_response (GTK_DIALOG (dialog), GTK_RESPONSE_CLOSE));
  gtk_widget_show_all (dialog);
}
