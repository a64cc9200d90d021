/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The note stays on this machine, in bellbuoy/wrong-warnings.jsonl in the user's data folder: one JSON object per line.
 * A report is sent only by the reader.
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

#define KEY "bellbuoy-feedback"

typedef struct
{
  GWeakRef display;
  GSimpleAction *action; /* owns the verdict */
} Click;

static void
click_free (Click *click)
{
  g_weak_ref_clear (&click->display);
  g_object_unref (click->action);
  g_free (click);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (buoy_notes_write (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
write_note_async (BuoyVerdict *verdict, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, write_note_async);
  g_task_set_task_data (task, buoy_verdict_ref (verdict), (GDestroyNotify) buoy_verdict_unref);
  g_task_run_in_thread (task, write_in_thread);
}

/* Only to the organisation: there is nobody else to address. */
static void
write_mail (gpointer report)
{
  g_autoptr (BuoyReportPlace) place = e_buoy_report_dup_organisation ();
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

/* @trouble: why it was not noted; NULL if it was. */
static void
present (EMailDisplay *display, GSimpleAction *action, const char *trouble)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (display));
  char *report = buoy_verdict_to_report (g_object_get_data (G_OBJECT (action), KEY));
  g_autoptr (BuoyReportPlace) place = e_buoy_report_dup_organisation ();

  buoy_wrong_warning_present (GTK_IS_WINDOW (window) ? GTK_WINDOW (window) : NULL, trouble, report,
                              place != NULL ? write_mail : NULL, report, g_free);
}

/* The reader is told after it was noted; a note that failed can be tried again. */
static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  Click *click = data;
  g_autoptr (GObject) display = g_weak_ref_get (&click->display);
  g_autoptr (GError) error = NULL;
  const gboolean noted = g_task_propagate_boolean (G_TASK (result), &error);

  g_simple_action_set_enabled (click->action, TRUE);
  g_object_set_data (G_OBJECT (click->action), KEY "-noted", GINT_TO_POINTER (noted));
  if (display != NULL)
    present (E_MAIL_DISPLAY (display), click->action, noted ? NULL : error->message);
  click_free (click);
}

static void
on_wrong (EMailDisplay *display, GVariant *parameter, GSimpleAction *action)
{
  Click *click;

  if (g_object_get_data (G_OBJECT (action), KEY "-noted"))
    {
      present (display, action, NULL);
      return;
    }
  click = g_new0 (Click, 1);
  g_weak_ref_init (&click->display, display);
  click->action = g_object_ref (action);
  g_simple_action_set_enabled (action, FALSE);
  write_note_async (g_object_get_data (G_OBJECT (action), KEY), on_written, click);
}

void
e_buoy_feedback_offer (const EBuoyOffer *offer)
{
  GSimpleAction *action = e_buoy_actions_add (offer, "wrong-warning", G_CALLBACK (on_wrong), offer->display);
  BuoyVerdict *verdict = e_buoy_analysis_get_verdict (offer->analysis);
  g_autoptr (GMenu) menu = g_menu_new ();

  e_buoy_events_follow (offer, action, BUOY_EVENT_MARKED_WRONG);
  g_object_set_data_full (G_OBJECT (action), KEY, buoy_verdict_ref (verdict), (GDestroyNotify) buoy_verdict_unref);
  /* Translators: an entry of a menu. */
  g_menu_append (menu, _ ("This warning was wrong…"), BUOY_ACTIONS ".wrong-warning");
  g_menu_append_section (offer->menu, NULL, G_MENU_MODEL (menu));
}
