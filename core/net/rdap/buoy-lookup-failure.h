/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Stored failures, so that no client of this reader repeats a question that has just failed. What is recalled is a
 * BUOY_LOOKUP_ERROR with the server that was asked, and when.
 */
#pragma once

#include "net/store/buoy-store.h"

/* Stores why @domain has no answer. A busy server is not stored, as that is not about @domain. */
void buoy_lookup_failure_keep (BuoyStore *store, const char *domain, const GError *error, gint64 now);

/* Fails if @domain had no answer a short while ago. */
gboolean buoy_lookup_failure_recall (BuoyStore *store, const char *domain, gint64 now, GError **error);

/* Stores that @server asked to wait for @seconds, in which it is asked about no domain; nothing if they are 0. */
void buoy_lookup_failure_keep_wait (BuoyStore *store, const char *server, gint64 seconds, gint64 now);

/* Whether @server asked to wait, and the time is not over. @out_asked: (out): when it did; untouched if not */
gboolean buoy_lookup_failure_is_busy (BuoyStore *store, const char *server, gint64 now, gint64 *out_asked);
