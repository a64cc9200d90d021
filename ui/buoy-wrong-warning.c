/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The reader sees the whole report before deciding whether to send it.
 */
#include "config.h"

#include "buoy-wrong-warning.h"

#include <glib/gi18n-lib.h>

#include "buoy-notes.h"
#include "buoy-template.h"

#define RESPONSE_COPY 1
#define RESPONSE_WRITE 2

struct _BuoyWrongWarning
{
  GtkDialog parent;

  GtkLabel *thanks;
  GtkLabel *report;
  BuoyOpenFunc write_mail;
  gpointer data;
  GDestroyNotify free_data;
};

G_DEFINE_FINAL_TYPE (BuoyWrongWarning, buoy_wrong_warning, GTK_TYPE_DIALOG)

static void
buoy_wrong_warning_response (GtkDialog *dialog, int response)
{
  BuoyWrongWarning *self = BUOY_WRONG_WARNING (dialog);
  GtkWidget *widget = GTK_WIDGET (dialog);

  if (response == RESPONSE_COPY)
    {
      gtk_clipboard_set_text (gtk_widget_get_clipboard (widget, GDK_SELECTION_CLIPBOARD),
                              gtk_label_get_text (self->report), -1);
      return;
    }
  if (response == RESPONSE_WRITE)
    self->write_mail (self->data);
  gtk_widget_destroy (widget);
}

static void
buoy_wrong_warning_dispose (GObject *object)
{
  BuoyWrongWarning *self = BUOY_WRONG_WARNING (object);

  if (self->free_data != NULL)
    g_clear_pointer (&self->data, self->free_data);
  G_OBJECT_CLASS (buoy_wrong_warning_parent_class)->dispose (object);
}

static void
buoy_wrong_warning_class_init (BuoyWrongWarningClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = buoy_wrong_warning_dispose;
  GTK_DIALOG_CLASS (klass)->response = buoy_wrong_warning_response;
  buoy_template_set (widget_class, "buoy-wrong-warning.ui");
  gtk_widget_class_bind_template_child (widget_class, BuoyWrongWarning, thanks);
  gtk_widget_class_bind_template_child (widget_class, BuoyWrongWarning, report);
}

static void
buoy_wrong_warning_init (BuoyWrongWarning *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
buoy_wrong_warning_present (GtkWindow *parent, const char *trouble, const char *text, BuoyOpenFunc write_mail,
                            gpointer data, GDestroyNotify free_data)
{
  BuoyWrongWarning *self
      = g_object_new (BUOY_TYPE_WRONG_WARNING, "use-header-bar", FALSE, "transient-for", parent, NULL);
  GtkDialog *dialog = GTK_DIALOG (self);
  g_autofree char *words = buoy_notes_thank (trouble);

  self->write_mail = write_mail;
  self->data = data;
  self->free_data = free_data;
  gtk_label_set_text (self->thanks, words);
  gtk_label_set_text (self->report, text);
  gtk_dialog_add_buttons (dialog, _ ("_Copy"), RESPONSE_COPY, _ ("_Close"), GTK_RESPONSE_CLOSE, NULL);
  if (write_mail != NULL)
    gtk_dialog_add_button (dialog, _ ("_Write a Mail"), RESPONSE_WRITE);
  gtk_dialog_set_default_response (dialog, GTK_RESPONSE_CLOSE);
  gtk_widget_grab_focus (gtk_dialog_get_widget_for_response (dialog, GTK_RESPONSE_CLOSE));
  gtk_widget_show_all (GTK_WIDGET (self));
}
