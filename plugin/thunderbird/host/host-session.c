/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The state that all requests share.
 */
#include "config.h"

#include "host-session.h"

#include "host-answer.h"
#include "host-error.h"
#include "host-memory.h"

/* Sends the settings, but nothing before `hello`. */
static void
on_settings (gpointer data)
{
  HostSession *self = data;
  g_autoptr (JsonBuilder) answer = NULL;

  if (!self->was_greeted)
    return;
  answer = host_answer_new ("settings", 0);
  host_settings_add (self->settings, answer);
  host_session_send (self, 0, answer);
}

HostSession *
host_session_new (HostOutput *output)
{
  HostSession *self = g_new0 (HostSession, 1);

  self->output = output;
  self->settings = host_settings_new (on_settings, self);
  self->contexts = host_contexts_new (self->settings);
  self->messages = host_messages_new ();
  self->pieces = host_pieces_new ();
  self->closed = g_cancellable_new ();
  return self;
}

void
host_session_free (HostSession *self)
{
  g_cancellable_cancel (self->closed);
  g_object_unref (self->closed);
  host_pieces_free (self->pieces);
  host_messages_free (self->messages);
  host_contexts_free (self->contexts);
  host_settings_free (self->settings);
  g_free (self);
}

void
host_session_refuse (HostSession *self, gint64 id, const char *code)
{
  g_autoptr (JsonBuilder) answer = host_error_new (id, code);

  host_output_send (self->output, host_answer_finish (answer));
}

void
host_session_send_frame (HostSession *self, gint64 id, GBytes *frame)
{
  if (frame != NULL)
    host_output_send (self->output, frame);
  else
    host_session_refuse (self, id, "failed");
}

void
host_session_send (HostSession *self, gint64 id, JsonBuilder *answer)
{
  host_session_send_frame (self, id, host_answer_finish (answer));
}

void
host_session_report_warning (HostSession *self, HostMessage *message)
{
  const BuoyLevel level = message->verdict != NULL ? buoy_verdict_get_level (message->verdict) : BUOY_LEVEL_NONE;

  if (level == BUOY_LEVEL_NONE || level < host_settings_get_level (self->settings) || message->replaces != 0
      || message->was_warned)
    return;
  message->was_warned = TRUE;
  host_settings_send_event (self->settings, BUOY_EVENT_WARNING_SHOWN, message->verdict, NULL);
}

void
host_session_learn (HostSession *self, const HostMessage *message)
{
  g_autoptr (BuoyContext) context = NULL;

  if (message->is_junk || !host_settings_is_on (self->settings, "memory"))
    return;
  context = host_contexts_get (self->contexts, message->context, message->account);
  if (context != NULL)
    host_memory_learn (message, context, host_settings_get_number (self->settings, "memory-days"));
}
