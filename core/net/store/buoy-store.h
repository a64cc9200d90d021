/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Answers stored for all clients of one reader in a small SQLite database. It is only a cache: if it is lost, questions
 * are asked again.
 */
#pragma once

#include <glib.h>

#define BUOY_STORE_MAX_ANSWERS 4096 /* the oldest go first; a busy reader asks for some hundred domains a year */

typedef struct _BuoyStore BuoyStore;

/**
 * buoy_store_open:
 * @path: (nullable) (type filename): the file; %NULL for "bellbuoy/answers.db" in the reader's data folder
 * @max_answers: the number of answers to keep, usually %BUOY_STORE_MAX_ANSWERS; the oldest are dropped first
 *
 * Opens the store with mode 0600. A missing file is made, a damaged one is replaced. If neither is possible (disk full,
 * read-only), nothing is stored.
 *
 * Returns: (transfer full): the store; never %NULL. It may be used by several threads and processes.
 */
BuoyStore *buoy_store_open (const char *path, guint max_answers);
void buoy_store_close (BuoyStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyStore, buoy_store_close)

/**
 * buoy_store_get:
 * @subject: what the question was about, such as a domain
 * @kind: which question, such as "registration"
 * @now: seconds since 1970
 * @out_asked: (out) (optional): when it was asked, in seconds since 1970
 *
 * Returns: (transfer full) (nullable): the stored answer; %NULL if there is none or it has expired
 */
GBytes *buoy_store_get (BuoyStore *store, const char *subject, const char *kind, gint64 now, gint64 *out_asked);

/* Stores @value for @lifetime seconds. Returns FALSE if nothing can be stored, which is logged once. */
gboolean buoy_store_put (BuoyStore *store, const char *subject, const char *kind, GBytes *value, gint64 now,
                         gint64 lifetime);
