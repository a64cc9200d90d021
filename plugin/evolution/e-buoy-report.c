/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Like Evolution's own "forward as attachment", with addressee and subject filled in.
 */
#include "config.h"

#include "e-buoy-report.h"

#include <composer/e-msg-composer.h>
#include <mail/em-composer-utils.h>
#include <shell/e-shell-window.h>

#include "buoy-question.h"
#include "buoy-report.h"
#include "e-buoy-events.h"
#include "e-buoy-folder.h"
#include "e-buoy-junk.h"
#include "e-buoy-settings.h"

#define PLACE "bellbuoy-place"

/* Shared by the composer and the question after it. */
typedef struct
{
  BuoyReportPlace *place;
  CamelMimeMessage *message;
  CamelFolder *folder; /* NULL for a file */
  char *uid;
} Report;

static void
clear (gpointer data)
{
  Report *report = data;

  buoy_report_place_free (report->place);
  g_object_unref (report->message);
  g_clear_object (&report->folder);
  g_free (report->uid);
}

static void
release (gpointer report)
{
  g_rc_box_release_full (report, clear);
}

static void
release_with_closure (gpointer report, GClosure *closure)
{
  release (report);
}

static BuoyReportPlace *
place_copy (const BuoyReportPlace *place)
{
  BuoyReportPlace *copy = g_new (BuoyReportPlace, 1);

  *copy = (BuoyReportPlace){ g_strdup (place->id), g_strdup (place->name), g_strdup (place->address),
                             g_strdup (place->subject), g_strdup (place->note) };
  return copy;
}

static Report *
report_new (EMailPartList *part_list, const BuoyReportPlace *place)
{
  Report *report = g_rc_box_new0 (Report);
  CamelFolder *folder = e_mail_part_list_get_folder (part_list);

  report->place = place_copy (place);
  report->message = g_object_ref (e_mail_part_list_get_message (part_list));
  report->folder = folder != NULL ? g_object_ref (folder) : NULL;
  report->uid = g_strdup (e_mail_part_list_get_message_uid (part_list));
  return report;
}

static void
set_addressee (EComposerHeaderTable *table, const char *address)
{
  EDestination *destinations[] = { e_destination_new (), NULL };

  e_destination_set_email (destinations[0], address);
  e_composer_header_table_set_destinations_to (table, destinations);
  g_object_unref (destinations[0]);
}

static void
fill (EMsgComposer *composer, const Report *report)
{
  EComposerHeaderTable *table = e_msg_composer_get_header_table (composer);
  g_autoptr (CamelMimePart) part = mail_tool_make_message_attachment (report->message);
  g_autoptr (GPtrArray) uids = g_ptr_array_new ();

  g_ptr_array_add (uids, report->uid);
  em_utils_forward_attachment (composer, part, camel_mime_message_get_subject (report->message),
                               report->uid != NULL ? report->folder : NULL, report->uid != NULL ? uids : NULL);
  set_addressee (table, report->place->address);
  e_composer_header_table_set_subject (table, report->place->subject);
  e_msg_composer_set_body_text (composer, report->place->note, TRUE);
  /* the reader has not written anything, so that closing needs no confirmation */
  e_content_editor_set_changed (e_html_editor_get_content_editor (e_msg_composer_get_editor (composer)), FALSE);
}

static void
mark_junk (gpointer data)
{
  Report *report = data;

  e_buoy_junk_mark (report->folder, report->uid);
}

/* Any window except the composer, which is about to close. */
static GtkWindow *
find_parent (EMsgComposer *composer)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (e_msg_composer_get_shell (composer)));

  for (; windows != NULL; windows = windows->next)
    if (E_IS_SHELL_WINDOW (windows->data))
      return windows->data;
  return NULL;
}

static void
on_send (EMsgComposer *composer, CamelMimeMessage *sent, EActivity *activity, Report *report)
{
  if (report->folder == NULL || report->uid == NULL || e_buoy_folder_has_as_junk (report->folder, report->uid))
    return;
  buoy_question_offer_junk (find_parent (composer), mark_junk, g_rc_box_acquire (report), release);
}

static void
on_composer (GObject *source, GAsyncResult *result, gpointer data)
{
  Report *report = data;
  g_autoptr (GError) error = NULL;
  EMsgComposer *composer = e_msg_composer_new_finish (result, &error);

  if (composer == NULL)
    {
      g_warning ("no composer: %s", error->message);
      release (report);
      return;
    }
  fill (composer, report);
  g_signal_connect_data (composer, "send", G_CALLBACK (on_send), report, release_with_closure, 0);
}

static void
on_report (EMailDisplay *display, GVariant *parameter, GSimpleAction *action)
{
  EMailPartList *part_list = e_mail_display_get_part_list (display);

  if (part_list != NULL && e_mail_part_list_get_message (part_list) != NULL)
    e_msg_composer_new (e_shell_get_default (), on_composer,
                        report_new (part_list, g_object_get_data (G_OBJECT (action), PLACE)));
}

static void
add_place (const EBuoyOffer *offer, GMenu *section, BuoyReportPlace *place)
{
  g_autofree char *name = g_strconcat ("report-", place->id, NULL);
  g_autofree char *detailed = g_strconcat ("bellbuoy.", name, NULL);
  g_autofree char *label = buoy_report_place_label (place);
  GSimpleAction *action = e_buoy_actions_add (offer, name, G_CALLBACK (on_report), offer->display);

  e_buoy_events_follow (offer, action, BUOY_EVENT_REPORTED);
  g_object_set_data_full (G_OBJECT (action), PLACE, place, (GDestroyNotify) buoy_report_place_free);
  g_menu_append (section, label, detailed);
}

BuoyReportPlace *
e_buoy_report_dup_organisation (void)
{
  g_autofree char *address = e_buoy_settings_dup_report_address ();

  return buoy_report_place_new_organisation (address);
}

void
e_buoy_report_offer (const EBuoyOffer *offer)
{
  g_auto (GStrv) allowed = e_buoy_settings_dup_report_places ();
  g_autoptr (GPtrArray) places = buoy_report_places_new (g_get_language_names (), (const char *const *) allowed);
  g_autoptr (GMenu) section = g_menu_new ();
  BuoyReportPlace *organisation = e_buoy_report_dup_organisation ();

  g_ptr_array_set_free_func (places, NULL); /* owned by the actions */
  if (organisation != NULL)
    add_place (offer, section, organisation);
  for (guint i = 0; i < places->len; i++)
    add_place (offer, section, g_ptr_array_index (places, i));
  g_menu_append_section (offer->menu, NULL, G_MENU_MODEL (section));
}
