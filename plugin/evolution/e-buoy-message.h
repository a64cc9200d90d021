/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The bytes of a message in Evolution.
 */
#pragma once

#include "e-buoy-compat.h"

typedef struct _EBuoyMessage EBuoyMessage;

/* The message of @part_list; NULL if it is not checked: the reader's own (Sent, Drafts, Templates, Outbox), or not mail
 * (RSS, news). (transfer full) (nullable)
 */
EBuoyMessage *e_buoy_message_new (EMailPartList *part_list);
void e_buoy_message_free (EBuoyMessage *self);

/* The UID of its account's ESource; NULL for a file. */
const char *e_buoy_message_get_account (EBuoyMessage *self);

/* Where it is; NULL for a file. (transfer none) */
CamelFolder *e_buoy_message_get_folder (EBuoyMessage *self);
const char *e_buoy_message_get_uid (EBuoyMessage *self);

/* Its name in the memory; NULL if nothing may be learned from it. (transfer full) (nullable) */
char *e_buoy_message_dup_lesson (EBuoyMessage *self);

/* Whether it was encrypted: its bytes contain the text that Evolution has decrypted, and no signature matches them. */
gboolean e_buoy_message_is_rewritten (EBuoyMessage *self);

/* Reads its bytes, at most MAX_BYTES. Call it in a worker. (transfer full) */
GBytes *e_buoy_message_read (EBuoyMessage *self, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EBuoyMessage, e_buoy_message_free)
