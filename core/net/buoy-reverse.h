/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The names of an IP address, and whether they resolve to it ("forward-confirmed reverse DNS", RFC 8601 §3 "iprev").
 */
#pragma once

#include "net/buoy-resolver.h"
#include "net/store/buoy-store.h"
#include "registry/buoy-server-private.h"

/**
 * buoy_reverse_ask:
 * @store: (nullable): where answers are stored for their TTL
 * @address: a public address as text
 * @now: seconds since 1970
 * @deadline_us: monotonic; no lookups start after it
 *
 * Looks up the names of @address and the addresses of at most %BUOY_SERVER_MAX_NAMES of them. The queries are visible
 * to the system's name servers and to those of the address's owner and of the names' domains.
 *
 * Returns: (transfer full): the server; its state is unknown if there was no answer
 */
BuoyServer *buoy_reverse_ask (BuoyResolver *resolver, BuoyStore *store, const char *address, gint64 now,
                              gint64 deadline_us, GCancellable *cancellable);
