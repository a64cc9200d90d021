/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Pieces of messages put together.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "host-message.h"

typedef struct _HostPieces HostPieces;

HostPieces *host_pieces_new (void);
void host_pieces_free (HostPieces *pieces);

/* Takes in a frame "message". The message once it was the last; (transfer full). NULL before, and with @out_code set to
 * an error's code where it can't be put together.
 */
HostMessage *host_pieces_take (HostPieces *pieces, JsonObject *frame, const char **out_code);

/* Drops what was received of a message. */
void host_pieces_drop (HostPieces *pieces, gint64 id);

guint host_pieces_get_n_messages (HostPieces *pieces);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HostPieces, host_pieces_free)
