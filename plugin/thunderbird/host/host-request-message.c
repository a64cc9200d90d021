/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Contexts and messages.
 */
#include "config.h"

#include "host-request.h"

#include "host-answer-verdict.h"
#include "host-answer.h"
#include "host-fields.h"
#include "host-judging.h"
#include "host-memory.h"

#define MAX_UNDER_WAY 32 /* messages; the extension cancels those that the reader leaves */

void
host_request_context (HostSession *session, gint64 id, JsonObject *frame)
{
  g_autoptr (JsonBuilder) answer = NULL;

  if (!host_contexts_take (session->contexts, frame))
    return;
  answer = host_answer_new ("context", id);
  host_add_number (answer, "context", host_get_number (frame, "context"));
  host_session_send (session, id, answer);
}

/* A running analysis is not cancelled here, since its answer may be awaited. */
static void
drop_finished (HostMessages *messages, gint64 id)
{
  const HostMessage *message = host_messages_find (messages, id);

  if (message != NULL && message->is_finished)
    host_messages_drop (messages, id);
}

static void
on_judged (HostMessage *message, gboolean more, gpointer data)
{
  HostSession *session = data;

  host_session_send_frame (session, message->id, host_answer_verdict (message->id, message, more, session->settings));
  if (more)
    return;
  host_session_report_warning (session, message);
  host_session_learn (session, message);
  drop_finished (session->messages, message->replaces);
  host_messages_trim (session->messages);
}

/* @message: (transfer full) */
static void
judge (HostSession *session, HostMessage *message, HostQuestions questions)
{
  g_autoptr (BuoyContext) context = host_contexts_get (session->contexts, message->context, message->account);
  g_autoptr (BuoyContext) recalled = NULL;

  if (context == NULL)
    {
      host_session_refuse (session, message->id, "gone");
      host_message_unref (message);
      return;
    }
  if (message->account != NULL && host_settings_is_on (session->settings, "memory"))
    recalled = host_memory_recall (message, context);
  host_messages_add (session->messages, message);
  host_judge (message, recalled != NULL ? recalled : context, questions, on_judged, session);
}

static HostQuestions
ask_by_itself (HostSession *session)
{
  return (HostQuestions){ .policy = host_settings_is (session->settings, "lookups", "automatic") };
}

void
host_request_message (HostSession *session, gint64 id, JsonObject *frame)
{
  const guint n_messages
      = host_pieces_get_n_messages (session->pieces) + host_messages_count_unfinished (session->messages);
  const char *code = NULL;
  HostMessage *message;

  if (host_messages_find (session->messages, id) != NULL)
    {
      host_session_refuse (session, id, "value");
      return;
    }
  message = host_pieces_take (session->pieces, frame, &code);
  if (code != NULL)
    host_session_refuse (session, id, code);
  else if (message != NULL && n_messages > MAX_UNDER_WAY)
    {
      host_session_refuse (session, id, "busy");
      host_message_unref (message);
    }
  else if (message != NULL)
    judge (session, message, ask_by_itself (session));
}

/* The message that @frame names, if its bytes are still there; otherwise sends an error. (transfer none) (nullable) */
static HostMessage *
find_whole (HostSession *session, gint64 id, JsonObject *frame)
{
  HostMessage *message = host_messages_find (session->messages, host_get_number (frame, "message"));

  if (message != NULL && message->bytes != NULL && host_messages_find (session->messages, id) == NULL)
    return message;
  host_session_refuse (session, id, "gone");
  return NULL;
}

static HostMessage *
copy (const HostMessage *message, gint64 id)
{
  HostMessage *copied = host_message_new (id, g_bytes_ref (message->bytes), message->context);

  copied->replaces = message->id;
  copied->was_opened = message->was_opened;
  copied->account = g_strdup (message->account);
  copied->shown = message->shown != NULL ? buoy_shown_ref (message->shown) : NULL;
  return copied;
}

void
host_request_again (HostSession *session, gint64 id, JsonObject *frame)
{
  const HostMessage *before = find_whole (session, id, frame);
  const gint64 context = host_get_number (frame, "context");
  HostMessage *message;

  if (before == NULL)
    return;
  message = copy (before, id);
  if (context != 0)
    message->context = context;
  judge (session, message, ask_by_itself (session));
}

void
host_request_verify (HostSession *session, gint64 id, JsonObject *frame)
{
  const HostMessage *before = find_whole (session, id, frame);
  HostMessage *message;

  if (before == NULL)
    return;
  if (host_settings_is (session->settings, "lookups", "off") || !host_message_can_look_up (before))
    {
      host_session_refuse (session, id, "locked");
      return;
    }
  message = copy (before, id);
  host_message_take_verdict (message, buoy_verdict_ref (before->verdict));
  message->knows_shown = before->knows_shown;
  judge (session, message, (HostQuestions){ .keys = TRUE });
}

void
host_request_cancel (HostSession *session, gint64 id, JsonObject *frame)
{
  const gint64 message = host_get_number (frame, "message");

  host_pieces_drop (session->pieces, message);
  host_messages_drop (session->messages, message);
}
