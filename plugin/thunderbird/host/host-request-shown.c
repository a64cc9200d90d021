/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What Thunderbird displays of a message is judged beside its bytes, while pictures are read or name servers asked. If
 * one of these steps ends meanwhile, it is judged once more beside the verdict of that step.
 */
#include "config.h"

#include "host-request.h"

#include "host-answer-verdict.h"
#include "host-fields.h"
#include "shown/buoy-shown-json.h"

typedef struct
{
  HostSession *session; /* unless it is closed */
  GCancellable *closed;
  gint64 id;
  HostMessage *message;
  BuoyVerdict *before; /* beside which it is being judged */
} Judging;

static void on_judged (GObject *source, GAsyncResult *result, gpointer data);

static void
judging_free (Judging *judging)
{
  g_object_unref (judging->closed);
  host_message_unref (judging->message);
  buoy_verdict_unref (judging->before);
  g_free (judging);
}

/* Takes @judging. */
static void
judge (Judging *judging)
{
  const HostMessage *message = judging->message;

  g_clear_pointer (&judging->before, buoy_verdict_unref);
  judging->before = buoy_verdict_ref (message->verdict);
  buoy_scan_again_async (message->verdict, message->bytes, message->shown, 0, message->cancellable, on_judged, judging);
}

static void
tell (const Judging *judging, gboolean is_new)
{
  HostSession *session = judging->session;
  HostMessage *message = judging->message;

  host_session_send_frame (session, judging->id, host_answer_verdict (judging->id, message, FALSE, session->settings));
  if (!message->is_finished)
    return;
  host_session_report_warning (session, message);
  if (is_new) /* it may warn of what the one before has taught */
    host_session_learn (session, message);
}

/* The verdict before is kept if there is no answer. If it was replaced meanwhile, and the bytes are gone, the extension
 * has to hand the message in again.
 */
static void
on_judged (GObject *source, GAsyncResult *result, gpointer data)
{
  Judging *judging = data;
  HostMessage *message = judging->message;
  g_autoptr (BuoyVerdict) verdict = buoy_scan_finish (result, NULL);
  const gboolean is_closed = g_cancellable_is_cancelled (judging->closed);
  const gboolean is_dropped = g_cancellable_is_cancelled (message->cancellable);
  const gboolean is_outdated = message->verdict != judging->before;
  const gboolean is_new = verdict != NULL && !is_outdated;

  if (!is_closed && !is_dropped && is_outdated && message->bytes != NULL)
    {
      judge (judging);
      return;
    }
  message->is_shown_judged = FALSE;
  message->knows_shown = !is_outdated;
  if (is_new)
    host_message_take_verdict (message, g_steal_pointer (&verdict));
  if (!is_closed && (is_dropped || is_outdated))
    host_session_refuse (judging->session, judging->id, "gone");
  else if (!is_closed)
    tell (judging, is_new);
  judging_free (judging);
}

/* The error that is in the way; NULL if there is none. */
static const char *
find_obstacle (const HostMessage *message)
{
  if (message == NULL || (message->bytes == NULL && message->verdict != NULL))
    return "gone";
  if (message->verdict == NULL)
    return "value";
  return message->is_shown_judged ? "busy" : NULL;
}

static BuoyShown *
read_documents (JsonArray *documents)
{
  BuoyShown *shown = buoy_shown_new ();

  for (guint i = 0; i < json_array_get_length (documents); i++)
    buoy_shown_json_add (shown, json_array_get_object_element (documents, i));
  return shown;
}

void
host_request_shown (HostSession *session, gint64 id, JsonObject *frame)
{
  HostMessage *message = host_messages_find (session->messages, host_get_number (frame, "message"));
  const char *obstacle = find_obstacle (message);
  Judging *judging;

  if (obstacle != NULL)
    {
      host_session_refuse (session, id, obstacle);
      return;
    }
  g_clear_pointer (&message->shown, buoy_shown_unref);
  message->shown = read_documents (json_object_get_array_member (frame, "documents"));
  message->knows_shown = FALSE;
  message->is_shown_judged = TRUE;
  judging = g_new0 (Judging, 1);
  judging->session = session;
  judging->closed = g_object_ref (session->closed);
  judging->id = id;
  judging->message = host_message_ref (message);
  judge (judging);
}
