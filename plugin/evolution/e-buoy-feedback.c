/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The note stays on this machine, in bellbuoy/wrong-warnings.jsonl in the user's data folder: one JSON object per line.
 * It is written after the reader has confirmed, and can be undone. A report is sent only by the reader.
 */
#include "config.h"

#include "e-buoy-feedback.h"

#include <glib/gi18n-lib.h>
#include <mail/em-composer-utils.h>

#include "buoy-buttons.h"
#include "buoy-notes.h"
#include "buoy-wrong-warning.h"
#include "e-buoy-events.h"
#include "e-buoy-report.h"
#include "notice/buoy-feedback.h"

#define KEY "bellbuoy-feedback"

/* The conversation about one warning. */
typedef struct
{
  EBuoyAnalysis *analysis;
  GSimpleAction *action; /* remembers that a note was written */
  BuoyVerdict *verdict;
  BuoyWrongWarning *window; /* weak */
  gboolean takes_back;
} Feedback;

static void
clear (gpointer data)
{
  Feedback *feedback = data;

  g_clear_weak_pointer (&feedback->window);
  g_object_unref (feedback->analysis);
  g_object_unref (feedback->action);
  buoy_verdict_unref (feedback->verdict);
}

static void
release (gpointer feedback)
{
  g_rc_box_release_full (feedback, clear);
}

static void
release_with_closure (gpointer feedback, GClosure *closure)
{
  release (feedback);
}

static gboolean
is_noted (GSimpleAction *action)
{
  return g_object_get_data (G_OBJECT (action), KEY) != NULL;
}

static void
finish (GTask *task, gboolean done, GError *error)
{
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer verdict, GCancellable *cancellable)
{
  GError *error = NULL;
  const gboolean done = buoy_notes_write (verdict, &error);

  finish (task, done, error);
}

static void
take_back_in_thread (GTask *task, gpointer source, gpointer verdict, GCancellable *cancellable)
{
  GError *error = NULL;
  const gboolean done = buoy_notes_take_back (verdict, &error);

  finish (task, done, error);
}

/* Shows the result; after an error the reader can try again. */
static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  Feedback *feedback = data;
  g_autoptr (GError) error = NULL;
  const gboolean done = g_task_propagate_boolean (G_TASK (result), &error);
  const BuoyNoteState state = feedback->takes_back ? BUOY_NOTE_REMOVED : BUOY_NOTE_NOTED;
  const BuoyNoteState failure = feedback->takes_back ? BUOY_NOTE_STAYS : BUOY_NOTE_FAILED;

  if (done)
    g_object_set_data (G_OBJECT (feedback->action), KEY, GINT_TO_POINTER (!feedback->takes_back));
  if (done && !feedback->takes_back)
    e_buoy_events_send (feedback->analysis, BUOY_EVENT_MARKED_WRONG, NULL);
  if (feedback->window != NULL)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (feedback->window), TRUE);
      buoy_wrong_warning_set_state (feedback->window, done ? state : failure, done ? NULL : error->message);
    }
  release (feedback);
}

static void
write_async (Feedback *feedback, gboolean takes_back)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_written, g_rc_box_acquire (feedback));

  feedback->takes_back = takes_back;
  gtk_widget_set_sensitive (GTK_WIDGET (feedback->window), FALSE);
  g_task_set_source_tag (task, write_async);
  g_task_set_task_data (task, buoy_verdict_ref (feedback->verdict), (GDestroyNotify) buoy_verdict_unref);
  g_task_run_in_thread (task, takes_back ? take_back_in_thread : write_in_thread);
}

static void
on_note (BuoyWrongWarning *window, Feedback *feedback)
{
  write_async (feedback, FALSE);
}

static void
on_undo (BuoyWrongWarning *window, Feedback *feedback)
{
  write_async (feedback, TRUE);
}

/* Addressed to the organisation; there is nobody else. */
static void
on_write_mail (BuoyWrongWarning *window, Feedback *feedback)
{
  g_autoptr (BuoyReportPlace) place = e_buoy_report_dup_organisation ();
  g_autofree char *report = buoy_verdict_to_report (feedback->verdict);
  g_autofree char *address = NULL;
  g_autofree char *subject = g_uri_escape_string (buoy_notes_get_subject (), NULL, FALSE);
  g_autofree char *body = g_uri_escape_string (report, NULL, FALSE);
  g_autofree char *uri = NULL;

  if (place == NULL)
    return;
  address = g_uri_escape_string (place->address, "@", FALSE);
  uri = g_strdup_printf ("mailto:%s?subject=%s&body=%s", address, subject, body);
  em_utils_compose_new_message_with_mailto (e_shell_get_default (), uri, NULL);
}

static void
connect_to (Feedback *feedback, const char *name, GCallback callback)
{
  g_signal_connect_data (feedback->window, name, callback, g_rc_box_acquire (feedback), release_with_closure, 0);
}

static void
on_wrong (EMailDisplay *display, GVariant *parameter, GSimpleAction *action)
{
  GtkWidget *parent = gtk_widget_get_toplevel (GTK_WIDGET (display));
  EBuoyAnalysis *analysis = g_object_get_data (G_OBJECT (action), KEY "-analysis");
  g_autoptr (BuoyReportPlace) place = e_buoy_report_dup_organisation ();
  g_autofree char *report = NULL;
  Feedback *feedback;

  if (e_buoy_analysis_get_verdict (analysis) == NULL)
    return;
  feedback = g_rc_box_new0 (Feedback);
  feedback->analysis = g_object_ref (analysis);
  feedback->action = g_object_ref (action);
  feedback->verdict = buoy_verdict_ref (e_buoy_analysis_get_verdict (analysis));
  report = buoy_verdict_to_report (feedback->verdict);
  g_set_weak_pointer (&feedback->window, buoy_wrong_warning_new (GTK_IS_WINDOW (parent) ? GTK_WINDOW (parent) : NULL,
                                                                 report, place != NULL ? place->address : NULL));
  connect_to (feedback, "note", G_CALLBACK (on_note));
  connect_to (feedback, "undo", G_CALLBACK (on_undo));
  connect_to (feedback, "write-mail", G_CALLBACK (on_write_mail));
  buoy_wrong_warning_set_state (feedback->window, is_noted (action) ? BUOY_NOTE_NOTED : BUOY_NOTE_ASKED, NULL);
  release (feedback);
}

void
e_buoy_feedback_offer (const EBuoyOffer *offer)
{
  GSimpleAction *action = e_buoy_actions_add (offer, "wrong-warning", G_CALLBACK (on_wrong), offer->display);
  g_autoptr (GMenu) menu = g_menu_new ();

  g_object_set_data_full (G_OBJECT (action), KEY "-analysis", g_object_ref (offer->analysis), g_object_unref);
  /* Translators: an entry of a menu. */
  g_menu_append (menu, _ ("This Warning Was Wrong…"), BUOY_ACTIONS ".wrong-warning");
  g_menu_append_section (offer->menu, NULL, G_MENU_MODEL (menu));
}
