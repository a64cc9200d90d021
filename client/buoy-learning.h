/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How a mail client learns from messages and uses the memory for analysis. Thread-safe. Opening the file and writing to
 * it block, so the main thread of a client should only create the object.
 */
#pragma once

#include "bellbuoy.h"
#include "memory/store/buoy-memory.h"

typedef struct _BuoyLearning BuoyLearning;

/* @path: the memory's file, or NULL for the one that all clients share. It is opened when first needed. */
BuoyLearning *buoy_learning_new (const char *path);
void buoy_learning_free (BuoyLearning *learning);

/* Whether the file that all clients share exists. Opening it would create it. */
gboolean buoy_learning_has_file (void);

/* The memory itself, for displaying what it contains. (transfer none) */
BuoyMemory *buoy_learning_get_memory (BuoyLearning *learning);

/* Adds what is known about the servers of @account to @context, which must not have been used by a scan. */
void buoy_learning_use (BuoyLearning *learning, const char *account, BuoyContext *context);

/* Whether the knowledge about the servers of @account has changed since it was added to @context. */
gboolean buoy_learning_has_changed (BuoyLearning *learning, const char *account, const BuoyContext *context);

/* Learns from the headers of @messages (element-type GBytes) of @account. @names (element-type utf8): the client's
 * identifiers of them: a message is learned once, however often it is opened. Nothing is learned after @cancellable
 * (nullable) is cancelled, nor is what was read during a deletion, so that nothing follows one. Returns
 * from how many something was learned. @error: as of buoy_memory_learn_headers(); they may be taken again then.
 */
guint buoy_learning_take (BuoyLearning *learning, const char *account, const GPtrArray *names,
                          const GPtrArray *messages, BuoyContext *context, GCancellable *cancellable, GError **error);

/* Learns from the headers of @messages (element-type GBytes) of @account who sent them; @context is that of a scan,
 * which knows the account's servers. For a first look back: a message that is opened teaches more. Returns from how
 * many something was learned. @error: as of buoy_memory_learn_senders().
 */
guint buoy_learning_take_senders (BuoyLearning *learning, const char *account, GPtrArray *messages,
                                  BuoyContext *context, GCancellable *cancellable, GError **error);

/* Changes between the two calls are written in one transaction. */
void buoy_learning_begin (BuoyLearning *learning);
void buoy_learning_commit (BuoyLearning *learning);

/* Both forget messages too, so that they may be learned again. */
void buoy_learning_forget_account (BuoyLearning *learning, const char *account);
void buoy_learning_clear (BuoyLearning *learning);

/* Forgets the senders of whom nothing came for @days; 0: none. Cheap if it was done today: called before more is
 * learned.
 */
void buoy_learning_limit (BuoyLearning *learning, guint days);

/* The same whenever it is called. FALSE if it could not be written. */
gboolean buoy_learning_limit_memory (BuoyMemory *memory, guint days);

/* Forgets a sender, a domain with those below it or an address. FALSE if that could not be written. */
gboolean buoy_learning_forget_sender (BuoyLearning *learning, const char *sender);

/* Forgets the accounts whose names begin with @prefix and are not in @accounts (nullable: all): they were deleted. */
void buoy_learning_keep_accounts (BuoyLearning *learning, const char *prefix, const char *const *accounts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyLearning, buoy_learning_free)
