/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reference-counted, since both the table of messages and the work on it use it.
 */
#include "config.h"

#include "host-message.h"

#include "buoy-lookup.h"
#include "verdict/buoy-questions.h"

HostMessage *
host_message_new (gint64 id, GBytes *bytes, gint64 context)
{
  HostMessage *message = g_rc_box_new0 (HostMessage);

  message->id = id;
  message->bytes = bytes;
  message->context = context;
  message->cancellable = g_cancellable_new ();
  message->began_us = g_get_monotonic_time ();
  return message;
}

HostMessage *
host_message_ref (HostMessage *message)
{
  return g_rc_box_acquire (message);
}

static void
clear (gpointer data)
{
  HostMessage *message = data;

  g_clear_pointer (&message->bytes, g_bytes_unref);
  g_clear_object (&message->cancellable);
  g_clear_pointer (&message->verdict, buoy_verdict_unref);
  g_clear_pointer (&message->notice, buoy_notice_unref);
  g_clear_pointer (&message->shown, buoy_shown_unref);
  g_clear_error (&message->error);
  g_clear_pointer (&message->account, g_free);
  g_clear_pointer (&message->lesson, g_free);
}

void
host_message_unref (HostMessage *message)
{
  g_rc_box_release_full (message, clear);
}

void
host_message_take_verdict (HostMessage *message, BuoyVerdict *verdict)
{
  g_clear_pointer (&message->verdict, buoy_verdict_unref);
  g_clear_pointer (&message->notice, buoy_notice_unref);
  message->verdict = verdict;
  message->notice = buoy_notice_new (verdict);
}

gboolean
host_message_can_look_up (const HostMessage *message)
{
  return message->verdict != NULL && !message->was_opened && buoy_lookup_may_help (message->verdict)
         && (!message->was_asked || buoy_questions_were_unanswered (message->verdict));
}
