/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The note stays on this machine, in bellbuoy/wrong-warnings.jsonl below the user's data folder: a line of JSON each.
 * A report goes out only if the reader sends it.
 */
#include "config.h"

#include "e-buoy-feedback.h"

#include <glib/gi18n-lib.h>
#include <mail/em-composer-utils.h>

#include "buoy-buttons.h"
#include "buoy-wrong-warning.h"
#include "e-buoy-report.h"

#define KEY "bellbuoy-feedback"
#define MAX_NOTES 500            /* the newest; a rule that is wrong so often is known by then */
#define MAX_BYTES (1024 * 1024)  /* a file that isn't ours is begun anew */

/* The newest lines of the file, one left for the note. */
static void
append_old (GString *out, const char *path)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gsize length = 0;
  guint n_lines, first;

  if (!g_file_get_contents (path, &text, &length, NULL) || length > MAX_BYTES)
    return;
  lines = g_strsplit (text, "\n", -1);
  n_lines = g_strv_length (lines);
  n_lines -= n_lines > 0 && *lines[n_lines - 1] == '\0' ? 1 : 0;
  first = n_lines >= MAX_NOTES ? n_lines - (MAX_NOTES - 1) : 0;
  for (guint i = first; i < n_lines; i++)
    g_string_append_printf (out, "%s\n", lines[i]);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  static GMutex mutex; /* one at a time, else a note is lost */
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "bellbuoy", NULL);
  g_autofree char *path = g_build_filename (folder, "wrong-warnings.jsonl", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  append_old (text, path);
  g_string_append_printf (text, "%s\n", (const char *) data);
  if (!g_file_set_contents_full (path, text->str, (gssize) text->len, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_debug ("no note: %s", error->message);
  g_task_return_boolean (task, TRUE);
}

static void
write_note (BuoyVerdict *verdict)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  g_task_set_source_tag (task, write_note);
  g_task_set_task_data (task, buoy_verdict_to_note (verdict, now), g_free);
  g_task_run_in_thread (task, write_in_thread);
}

/* To nobody but the organisation: there is no other whom this reader's warnings concern and who can be named. */
static void
write_mail (gpointer report)
{
  g_autoptr (BuoyReportPlace) place = e_buoy_report_dup_organisation ();
  g_autofree char *address = NULL;
  /* Translators: the subject of a mail. */
  g_autofree char *subject = g_uri_escape_string (_("Bellbuoy: a warning was wrong"), NULL, FALSE);
  g_autofree char *body = g_uri_escape_string (report, NULL, FALSE);
  g_autofree char *uri = NULL;

  if (place == NULL)
    return;
  address = g_uri_escape_string (place->address, "@", FALSE);
  uri = g_strdup_printf ("mailto:%s?subject=%s&body=%s", address, subject, body);
  em_utils_compose_new_message_with_mailto (e_shell_get_default (), uri, NULL);
}

static void
on_wrong (EMailDisplay *display, GVariant *parameter, GSimpleAction *action)
{
  BuoyVerdict *verdict = g_object_get_data (G_OBJECT (action), KEY);
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (display));
  char *report = buoy_verdict_to_report (verdict);
  g_autoptr (BuoyReportPlace) place = e_buoy_report_dup_organisation ();

  if (!g_object_get_data (G_OBJECT (action), KEY "-noted"))
    write_note (verdict);
  g_object_set_data (G_OBJECT (action), KEY "-noted", GINT_TO_POINTER (TRUE));
  buoy_wrong_warning_present (GTK_IS_WINDOW (window) ? GTK_WINDOW (window) : NULL, report,
                              place != NULL ? write_mail : NULL, report, g_free);
}

void
e_buoy_feedback_offer (const EBuoyOffer *offer)
{
  GSimpleAction *action = e_buoy_actions_add (offer, "wrong-warning", G_CALLBACK (on_wrong), offer->display);
  BuoyVerdict *verdict = e_buoy_analysis_get_verdict (offer->analysis);
  g_autoptr (GMenu) menu = g_menu_new ();

  g_object_set_data_full (G_OBJECT (action), KEY, buoy_verdict_ref (verdict), (GDestroyNotify) buoy_verdict_unref);
  /* Translators: an entry of a menu. */
  g_menu_append (menu, _("This warning was wrong…"), BUOY_ACTIONS ".wrong-warning");
  g_menu_append_section (offer->menu, NULL, G_MENU_MODEL (menu));
}
