/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Requests about the reader's actions.
 */
#include "config.h"

#include "host-request.h"

#include "buoy-doubt.h"
#include "buoy-notes.h"
#include "buoy-report.h"
#include "buoy-unjudged.h"
#include "host-answer-details.h"
#include "host-answer.h"
#include "host-fields.h"
#include "notice/buoy-feedback.h"

/* The message that @frame names, if it was analysed; otherwise sends an error. (transfer none) (nullable) */
static HostMessage *
find_judged (HostSession *session, gint64 id, JsonObject *frame)
{
  HostMessage *message = host_messages_find (session->messages, host_get_number (frame, "message"));

  if (message != NULL && message->verdict != NULL)
    return message;
  host_session_refuse (session, id, "gone");
  return NULL;
}

static gboolean
evades (const HostMessage *message)
{
  return message->verdict != NULL ? !buoy_verdict_is_whole (message->verdict)
                                  : buoy_unjudged_is_evasion (message->error);
}

/* Whether there is a doubt about the link, for a message that was analysed. */
static gboolean
doubts (const HostMessage *message, const char *href, BuoyDoubt *doubt)
{
  if (message->verdict != NULL || message->error != NULL)
    return buoy_doubt_link (doubt, message->verdict, href);
  *doubt = (BuoyDoubt){ BUOY_DOUBT_UNCHECKED, NULL, NULL };
  return TRUE;
}

static const char *
name_of (BuoyDoubtKind kind)
{
  switch (kind)
    {
    case BUOY_DOUBT_FALSE_LINK:
      return "false-link";
    case BUOY_DOUBT_LOOKALIKE:
      return "lookalike";
    case BUOY_DOUBT_LISTED:
      return "listed";
    case BUOY_DOUBT_UNCHECKED:
      return "unchecked";
    case BUOY_DOUBT_UNREAD:
    case BUOY_DOUBT_FORM:
    default:
      return "unread";
    }
}

static void
add_doubt (JsonBuilder *answer, const BuoyDoubt *doubt, gboolean refused)
{
  json_builder_begin_object (answer);
  host_add_text (answer, "kind", name_of (doubt->kind));
  host_add_sites (answer, doubt->shown, doubt->actual);
  host_add_bool (answer, "refused", refused);
  json_builder_end_object (answer);
}

void
host_request_link (HostSession *session, gint64 id, JsonObject *frame)
{
  const HostMessage *message = host_messages_find (session->messages, host_get_number (frame, "message"));
  const gboolean blocks = host_settings_is (session->settings, "link-action", "block");
  g_autofree char *href = host_get_text (frame, "href");
  g_autoptr (JsonBuilder) answer = NULL;
  BuoyDoubt doubt;

  if (message == NULL)
    {
      host_session_refuse (session, id, "gone");
      return;
    }
  answer = host_answer_new ("link", id);
  json_builder_set_member_name (answer, "doubt");
  if (doubts (message, href, &doubt))
    add_doubt (answer, &doubt, buoy_doubt_is_refused (&doubt, blocks, evades (message)));
  else
    json_builder_add_null_value (answer);
  host_session_send (session, id, answer);
}

void
host_request_details (HostSession *session, gint64 id, JsonObject *frame)
{
  const HostMessage *message = find_judged (session, id, frame);

  if (message != NULL)
    host_session_send_frame (session, id, host_answer_details (id, message));
}

static BuoyReportPlace *
find_organisation (HostSession *session)
{
  g_autofree char *address = host_settings_dup_text (session->settings, "organization-report-address");

  return buoy_report_place_new_organisation (address);
}

/* Records that the warning was wrong, or removes that record. The file is small, so it is written synchronously. */
static BuoyNoteState
change_note (HostSession *session, const HostMessage *message, JsonObject *frame, GError **error)
{
  if (host_get_bool (frame, "question"))
    return BUOY_NOTE_ASKED;
  if (host_get_bool (frame, "undo"))
    return buoy_notes_take_back (message->verdict, error) ? BUOY_NOTE_REMOVED : BUOY_NOTE_STAYS;
  if (!buoy_notes_write (message->verdict, error))
    return BUOY_NOTE_FAILED;
  host_settings_send_event (session->settings, BUOY_EVENT_MARKED_WRONG, message->verdict, NULL);
  return BUOY_NOTE_NOTED;
}

void
host_request_note (HostSession *session, gint64 id, JsonObject *frame)
{
  const HostMessage *message = find_judged (session, id, frame);
  g_autoptr (BuoyReportPlace) place = find_organisation (session);
  const char *address = place != NULL ? place->address : NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  g_autofree char *report = NULL;
  g_autoptr (JsonBuilder) answer = NULL;
  BuoyNoteState state;

  if (message == NULL)
    return;
  state = change_note (session, message, frame, &error);
  words = buoy_notes_tell (state, address, error != NULL ? error->message : NULL);
  report = buoy_verdict_to_report (message->verdict);
  answer = host_answer_new ("note", id);
  host_add_bool (answer, "noted", state == BUOY_NOTE_NOTED || state == BUOY_NOTE_STAYS);
  host_add_text (answer, "words", words);
  host_add_text (answer, "report", report);
  host_add_text (answer, "address", address);
  host_add_text (answer, "subject", buoy_notes_get_subject ());
  host_session_send (session, id, answer);
}

static void
add_place (JsonBuilder *answer, const BuoyReportPlace *place)
{
  g_autofree char *label = buoy_report_place_label (place);

  json_builder_begin_object (answer);
  host_add_text (answer, "id", place->id);
  host_add_text (answer, "label", label);
  host_add_text (answer, "address", place->address);
  host_add_text (answer, "subject", place->subject);
  host_add_text (answer, "text", place->note);
  json_builder_end_object (answer);
}

void
host_request_report (HostSession *session, gint64 id, JsonObject *frame)
{
  g_autoptr (BuoyReportPlace) organisation = find_organisation (session);
  g_autoptr (GVariant) ids = host_settings_get (session->settings, "report-places");
  g_autofree const char **allowed = g_variant_get_strv (ids, NULL);
  g_autoptr (GPtrArray) places = buoy_report_places_new (g_get_language_names (), allowed);
  g_autoptr (JsonBuilder) answer = host_answer_new ("report", id);

  json_builder_set_member_name (answer, "places");
  json_builder_begin_array (answer);
  if (organisation != NULL)
    add_place (answer, organisation);
  for (guint i = 0; i < places->len; i++)
    add_place (answer, g_ptr_array_index (places, i));
  json_builder_end_array (answer);
  host_session_send (session, id, answer);
}

/* Events that only the extension knows of; the others are reported by this program itself. */
static gboolean
find_event (const char *name, BuoyEventKind *out_kind)
{
  static const BuoyEventKind kinds[] = { BUOY_EVENT_LINK_BLOCKED, BUOY_EVENT_LINK_DECLINED,
                                         BUOY_EVENT_LINK_OPENED_ANYWAY, BUOY_EVENT_MARKED_JUNK, BUOY_EVENT_REPORTED };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (buoy_event_kind_get_row (kinds[i])->name, name))
      {
        *out_kind = kinds[i];
        return TRUE;
      }
  return FALSE;
}

void
host_request_event (HostSession *session, gint64 id, JsonObject *frame)
{
  const HostMessage *message = host_messages_find (session->messages, host_get_number (frame, "message"));
  g_autofree char *name = host_get_text (frame, "event");
  g_autofree char *href = host_get_text (frame, "href");
  g_autoptr (JsonBuilder) answer = NULL;
  BuoyEventKind kind;

  if (message == NULL || !find_event (name, &kind))
    {
      host_session_refuse (session, id, message == NULL ? "gone" : "value");
      return;
    }
  host_settings_send_event (session->settings, kind, message->verdict, href);
  answer = host_answer_new ("done", id);
  host_session_send (session, id, answer);
}
