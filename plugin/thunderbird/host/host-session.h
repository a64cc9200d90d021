/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A connection to the extension.
 */
#pragma once

#include "host-contexts.h"
#include "host-messages.h"
#include "host-output.h"
#include "host-pieces.h"
#include "host-settings.h"

typedef struct
{
  HostOutput *output; /* the caller's */
  HostSettings *settings;
  HostContexts *contexts;
  HostMessages *messages;
  HostPieces *pieces;
  gboolean was_greeted;
  GCancellable *closed; /* cancelled when the session ends, for answers that come later */
} HostSession;

HostSession *host_session_new (HostOutput *output);

/* Stops all work. */
void host_session_free (HostSession *session);

/* Sends @answer, or an error if it is too long for a frame. @answer: (transfer full) */
void host_session_send (HostSession *session, gint64 id, JsonBuilder *answer);

/* Like host_session_send(). @frame: (transfer full) (nullable) */
void host_session_send_frame (HostSession *session, gint64 id, GBytes *frame);

/* Sends an error. */
void host_session_refuse (HostSession *session, gint64 id, const char *code);

/* Reports once that the reader is warned of @message, if an organisation gets events. What is judged again was. */
void host_session_report_warning (HostSession *session, HostMessage *message);

/* Learns from a message whose verdict is new, if that is allowed. It may be called for each of its verdicts. */
void host_session_learn (HostSession *session, const HostMessage *message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HostSession, host_session_free)
