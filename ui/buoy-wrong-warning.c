/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Nothing is written before the reader confirms, and it can be undone. The whole report is shown before it is sent.
 */
#include "config.h"

#include "buoy-wrong-warning.h"

#include <glib/gi18n-lib.h>

#include "buoy-template.h"

/* What the reader can do; Close is always there. */
typedef enum
{
  RESPONSE_NOTE = 1,
  RESPONSE_UNDO,
  RESPONSE_COPY,
  RESPONSE_WRITE,
  N_RESPONSES
} Response;

static const gboolean offers[][N_RESPONSES] = {
  [BUOY_NOTE_ASKED] = { [RESPONSE_NOTE] = TRUE },
  [BUOY_NOTE_NOTED] = { [RESPONSE_UNDO] = TRUE, [RESPONSE_COPY] = TRUE, [RESPONSE_WRITE] = TRUE },
  [BUOY_NOTE_FAILED] = { [RESPONSE_NOTE] = TRUE, [RESPONSE_COPY] = TRUE, [RESPONSE_WRITE] = TRUE },
  [BUOY_NOTE_REMOVED] = { [RESPONSE_NOTE] = TRUE },
  [BUOY_NOTE_STAYS] = { [RESPONSE_UNDO] = TRUE, [RESPONSE_COPY] = TRUE, [RESPONSE_WRITE] = TRUE },
};

struct _BuoyWrongWarning
{
  GtkDialog parent;

  GtkLabel *words;
  GtkLabel *report;
  char *address; /* NULL */
};

G_DEFINE_FINAL_TYPE (BuoyWrongWarning, buoy_wrong_warning, GTK_TYPE_DIALOG)

static guint signals[N_RESPONSES];

static void
copy_report (BuoyWrongWarning *self)
{
  gtk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self), GDK_SELECTION_CLIPBOARD),
                          gtk_label_get_text (self->report), -1);
}

static void
buoy_wrong_warning_response (GtkDialog *dialog, int response)
{
  if (response == RESPONSE_COPY)
    copy_report (BUOY_WRONG_WARNING (dialog));
  else if (response == RESPONSE_NOTE || response == RESPONSE_UNDO)
    g_signal_emit (dialog, signals[response], 0);
  else
    {
      if (response == RESPONSE_WRITE)
        g_signal_emit (dialog, signals[RESPONSE_WRITE], 0);
      gtk_widget_destroy (GTK_WIDGET (dialog));
    }
}

static void
buoy_wrong_warning_finalize (GObject *object)
{
  g_free (BUOY_WRONG_WARNING (object)->address);
  G_OBJECT_CLASS (buoy_wrong_warning_parent_class)->finalize (object);
}

static guint
signal_new (const char *name)
{
  return g_signal_new (name, BUOY_TYPE_WRONG_WARNING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
buoy_wrong_warning_class_init (BuoyWrongWarningClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = buoy_wrong_warning_finalize;
  GTK_DIALOG_CLASS (klass)->response = buoy_wrong_warning_response;
  signals[RESPONSE_NOTE] = signal_new ("note");
  signals[RESPONSE_UNDO] = signal_new ("undo");
  signals[RESPONSE_WRITE] = signal_new ("write-mail");
  buoy_template_set (widget_class, "buoy-wrong-warning.ui");
  gtk_widget_class_bind_template_child (widget_class, BuoyWrongWarning, words);
  gtk_widget_class_bind_template_child (widget_class, BuoyWrongWarning, report);
}

static void
buoy_wrong_warning_init (BuoyWrongWarning *self)
{
  GtkDialog *dialog = GTK_DIALOG (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Translators: a button: to note that a warning was wrong. */
  gtk_dialog_add_buttons (dialog, _ ("_Close"), GTK_RESPONSE_CLOSE, _ ("_Undo"), RESPONSE_UNDO, _ ("_Copy Report"),
                          RESPONSE_COPY, _ ("_Write a Mail"), RESPONSE_WRITE, _ ("_Note It"), RESPONSE_NOTE, NULL);
}

BuoyWrongWarning *
buoy_wrong_warning_new (GtkWindow *parent, const char *report, const char *address)
{
  BuoyWrongWarning *self
      = g_object_new (BUOY_TYPE_WRONG_WARNING, "use-header-bar", FALSE, "transient-for", parent, NULL);

  self->address = g_strdup (address);
  gtk_label_set_text (self->report, report);
  return self;
}

void
buoy_wrong_warning_set_state (BuoyWrongWarning *self, BuoyNoteState state, const char *trouble)
{
  GtkDialog *dialog = GTK_DIALOG (self);
  g_autofree char *words = buoy_notes_tell (state, self->address, trouble);
  const int first = offers[state][RESPONSE_NOTE] ? (int) RESPONSE_NOTE : GTK_RESPONSE_CLOSE;

  gtk_label_set_text (self->words, words);
  gtk_widget_show_all (GTK_WIDGET (self));
  for (int i = RESPONSE_NOTE; i < N_RESPONSES; i++)
    gtk_widget_set_visible (gtk_dialog_get_widget_for_response (dialog, i),
                            offers[state][i] && (i != RESPONSE_WRITE || self->address != NULL));
  gtk_dialog_set_default_response (dialog, first);
  gtk_widget_grab_focus (gtk_dialog_get_widget_for_response (dialog, first));
}
