/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Joins the parts of messages.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "host-message.h"

typedef struct _HostPieces HostPieces;

HostPieces *host_pieces_new (void);
void host_pieces_free (HostPieces *pieces);

/* Processes a frame "message". Returns the message after its last part; otherwise NULL, with @out_code set if there is
 * an error. (transfer full) (nullable)
 */
HostMessage *host_pieces_take (HostPieces *pieces, JsonObject *frame, const char **out_code);

/* Drops what was received of a message. */
void host_pieces_drop (HostPieces *pieces, gint64 id);

guint host_pieces_get_n_messages (HostPieces *pieces);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HostPieces, host_pieces_free)
