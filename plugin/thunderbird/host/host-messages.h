/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The messages that requests may refer to.
 */
#pragma once

#include "host-message.h"

typedef struct _HostMessages HostMessages;

HostMessages *host_messages_new (void);

/* Stops all work. */
void host_messages_free (HostMessages *messages);

/* @message: (transfer full) */
void host_messages_add (HostMessages *messages, HostMessage *message);

/* (transfer none) (nullable) */
HostMessage *host_messages_find (HostMessages *messages, gint64 id);

/* Stops the work on it. */
void host_messages_drop (HostMessages *messages, gint64 id);

/* Drops the oldest finished messages above the limits, and before that their bytes. */
void host_messages_trim (HostMessages *messages);

guint host_messages_count_unfinished (HostMessages *messages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HostMessages, host_messages_free)
