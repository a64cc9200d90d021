/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What an analysis knows about the reader. It is made once per account and kept while nothing changes, since reading
 * the contacts, and indexing what would imitate them, takes longer than reading a message.
 */
#pragma once

#include "bellbuoy.h"

typedef struct _EBuoyContext EBuoyContext;

/* The part that is available at once: accounts and settings, for mail of the account @uid, which may be NULL. Main
 * thread.
 */
EBuoyContext *e_buoy_context_new (const char *uid);
void e_buoy_context_free (EBuoyContext *self);

/* Adds the people that the reader knows, and what mail has taught. In a worker: it waits briefly for the people.
 * (transfer full)
 */
BuoyContext *e_buoy_context_complete (EBuoyContext *self);

/* @context with what is known of the sender of a message. In a worker. (transfer full) */
BuoyContext *e_buoy_context_recall (EBuoyContext *self, BuoyContext *context, GBytes *bytes);

/* Learns from the verdict on a message of the account about its sender, if the reader wants that. In a worker. */
void e_buoy_context_learn_verdict (EBuoyContext *self, BuoyVerdict *verdict);

/* Learns from a message of the account, if the reader wants that; @message is e_buoy_memory_name_message(). Not
 * once @cancellable (nullable) is cancelled. In a worker.
 */
void e_buoy_context_learn (EBuoyContext *self, const char *message, GBytes *bytes, GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EBuoyContext, e_buoy_context_free)
