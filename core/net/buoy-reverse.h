/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The names of an address, and whether they lead back to it ("forward-confirmed reverse DNS", RFC 8601 §3 "iprev").
 */
#pragma once

#include "net/buoy-resolver.h"
#include "net/store/buoy-store.h"
#include "registry/buoy-server-private.h"

/**
 * buoy_reverse_ask:
 * @store: (nullable): where answers are kept for their lifetime
 * @address: a public address as text
 * @now: seconds since 1970
 * @deadline_us: monotonic; no lookups after it
 *
 * Looks up the names of @address and the addresses of at most four of them. The system's name servers learn of it, and
 * those of the address's owner and of the names' domains.
 *
 * Returns: (transfer full): never %NULL; without an answer its state is unknown
 */
BuoyServer *buoy_reverse_ask (BuoyResolver *resolver, BuoyStore *store, const char *address, gint64 now,
                              gint64 deadline_us, GCancellable *cancellable);
