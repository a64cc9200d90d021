/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What an analysis knows about the reader. Made once per account and cached while nothing changes, since reading the
 * contacts, and indexing what would imitate them, takes longer than reading a message.
 */
#pragma once

#include "bellbuoy.h"

typedef struct _EBuoyContext EBuoyContext;

/* Makes the part that is available at once: accounts and settings, for mail of the account @uid (nullable). Main thread
 * only.
 */
EBuoyContext *e_buoy_context_new (const char *uid);
void e_buoy_context_free (EBuoyContext *self);

/* Adds the people that the reader knows, and what was learned from mail. Call it in a worker: it waits briefly for the
 * people. (transfer full)
 */
BuoyContext *e_buoy_context_complete (EBuoyContext *self);

/* @context with what is remembered about the sender of each message. Call it in a worker. (transfer full) */
BuoyContext *e_buoy_context_recall (EBuoyContext *self, BuoyContext *context);

/* Learns from the headers of messages who sent them, if the reader wants that: for a first look back, since a verdict
 * teaches more. @context is from e_buoy_context_complete(). @error is set if they could not be read. Call it in a
 * worker.
 */
void e_buoy_context_learn_senders (EBuoyContext *self, BuoyContext *context, GPtrArray *headers,
                                   GCancellable *cancellable, GError **error);

/* Learns about the sender from the verdict on a message of the account, if the reader wants that. Call it in a worker.
 */
void e_buoy_context_learn_verdict (EBuoyContext *self, BuoyVerdict *verdict);

/* Learns from messages (element-type GBytes) of the account, if the reader wants that, until @cancellable (nullable) is
 * cancelled; @names (element-type utf8) are from e_buoy_memory_name_message(). @error is set if they could not be read.
 * Call it in a worker.
 */
void e_buoy_context_learn (EBuoyContext *self, const GPtrArray *names, const GPtrArray *messages,
                           GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EBuoyContext, e_buoy_context_free)
