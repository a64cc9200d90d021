/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Stored failures, so that no client of this reader repeats a question that has just failed. What is recalled is a
 * BUOY_LOOKUP_ERROR with the server that was asked, and when.
 */
#pragma once

#include "net/store/buoy-store.h"

/* Stores why @domain has no answer. */
void buoy_lookup_failure_keep (BuoyStore *store, const char *domain, const GError *error, gint64 now);

/* Fails if @domain had no answer a short while ago. */
gboolean buoy_lookup_failure_recall (BuoyStore *store, const char *domain, gint64 now, GError **error);
