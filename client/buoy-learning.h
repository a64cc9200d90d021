/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a mail client teaches the memory, and how it judges with what is known. Any thread may use it. Opening the file
 * and writing to it take time, so the main thread of a mail client only creates it.
 */
#pragma once

#include "bellbuoy.h"

typedef struct _BuoyLearning BuoyLearning;

/* @path: the memory's file, NULL for the one that all clients share. It is opened when it is needed first. */
BuoyLearning *buoy_learning_new (const char *path);
void buoy_learning_free (BuoyLearning *learning);

/* Whether the file that all clients share is there: opening it creates it. */
gboolean buoy_learning_has_file (void);

/* The memory itself, for what is shown of it. (transfer none) */
BuoyMemory *buoy_learning_get_memory (BuoyLearning *learning);

/* Hands a context that no scan has seen what is known about the servers of @account. */
void buoy_learning_use (BuoyLearning *learning, const char *account, BuoyContext *context);

/* Whether what is known about the servers of @account is not what @context was handed. */
gboolean buoy_learning_has_changed (BuoyLearning *learning, const char *account, const BuoyContext *context);

/* Learns from a message of @account, of which only the header is read. @message is the client's name for it: the same
 * message teaches once, however often it is opened. Nothing is learned once @cancellable (nullable) is cancelled, so
 * that nothing follows what was forgotten after that. FALSE if it taught nothing.
 */
gboolean buoy_learning_take (BuoyLearning *learning, const char *account, const char *message, GBytes *bytes,
                             BuoyContext *context, GCancellable *cancellable);

/* Many messages at once are written together. */
void buoy_learning_begin (BuoyLearning *learning);
void buoy_learning_commit (BuoyLearning *learning);

/* What is forgotten may be learned again. */
void buoy_learning_forget_account (BuoyLearning *learning, const char *account);
void buoy_learning_clear (BuoyLearning *learning);

/* Forgets the senders of whom nothing came for @days; 0: none. Cheap if it was done today: called before more is
 * learned.
 */
void buoy_learning_limit (BuoyLearning *learning, guint days);

/* Forgets a sender, a domain with those below it or an address. FALSE if that could not be written. */
gboolean buoy_learning_forget_sender (BuoyLearning *learning, const char *sender);

/* Forgets the accounts whose names begin with @prefix and are not in @accounts (nullable: all): they were deleted. */
void buoy_learning_keep_accounts (BuoyLearning *learning, const char *prefix, const char *const *accounts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyLearning, buoy_learning_free)
