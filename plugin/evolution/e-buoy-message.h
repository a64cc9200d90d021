/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A message of Evolution's as bytes.
 */
#pragma once

#include "e-buoy-compat.h"

typedef struct _EBuoyMessage EBuoyMessage;

/* The message of @part_list; NULL where it is left alone: of the reader's own (Sent, Drafts, Templates, Outbox) or no
 * mail (RSS, news). (transfer full)
 */
EBuoyMessage *e_buoy_message_new (EMailPartList *part_list);
void e_buoy_message_free (EBuoyMessage *self);

/* The account that it lies in, an ESource's UID; NULL for a file. */
const char *e_buoy_message_get_account (EBuoyMessage *self);

/* It was encrypted: its bytes are read with the text that Evolution has opened, and no signature fits them. */
gboolean e_buoy_message_is_rewritten (EBuoyMessage *self);

/* Its bytes, at most MAX_BYTES of them; in a worker. (transfer full) */
GBytes *e_buoy_message_read (EBuoyMessage *self, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EBuoyMessage, e_buoy_message_free)
