/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Answers that were given, kept for all hosts of one reader: a small SQLite database. It is a memory only: whatever
 * happens to it, a question is asked again.
 */
#pragma once

#include <glib.h>

#define BUOY_STORE_MAX_ANSWERS 4096 /* the oldest go first; a busy reader asks for some hundred domains a year */

typedef struct _BuoyStore BuoyStore;

/**
 * buoy_store_open:
 * @path: (nullable) (type filename): the file; %NULL: "bellbuoy/answers.db" of the reader's data folder
 * @max_answers: how many are kept, usually %BUOY_STORE_MAX_ANSWERS; the oldest go first
 *
 * Opens the store, mode 0600; the file is made where it is missing, and made anew where it is damaged. Where there
 * can be none (disk full, read-only), nothing is kept.
 *
 * Returns: (transfer full): never %NULL; thread-safe, and safe beside other processes
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
 * Returns: (transfer full) (nullable): the answer kept, where it is still good; %NULL else
 */
GBytes *buoy_store_get (BuoyStore *store, const char *subject, const char *kind, gint64 now, gint64 *out_asked);

/* Keeps @value for @lifetime seconds; FALSE where nothing can be kept, which is logged once. */
gboolean buoy_store_put (BuoyStore *store, const char *subject, const char *kind, GBytes *value, gint64 now,
                         gint64 lifetime);
