/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Cached DNS lookups: answers are kept for their TTL.
 */
#pragma once

#include <gio/gio.h>

#include "net/buoy-dns-answer.h"

typedef struct _BuoyResolver BuoyResolver;

/* @server: such as "127.0.0.1:5300", or NULL for the system's. @patience: seconds to wait for the first reply. */
BuoyResolver *buoy_resolver_new (const char *server, guint patience);
void buoy_resolver_free (BuoyResolver *resolver);

/* The process-wide resolver; uses the server in BELLBUOY_DNS_SERVER if that is set. */
BuoyResolver *buoy_resolver_get_default (void);

/* Returns the TXT records of @name, cached or looked up. Any thread may call this. After @deadline_us (monotonic) or
 * cancellation nothing is looked up and the state is BUOY_DNS_UNKNOWN. (transfer full)
 */
BuoyDnsAnswer *buoy_resolver_ask (BuoyResolver *resolver, const char *name, gint64 deadline_us,
                                  GCancellable *cancellable);

/* The same for records of any type. */
BuoyDnsAnswer *buoy_resolver_ask_for (BuoyResolver *resolver, BuoyDnsType type, const char *name, gint64 deadline_us,
                                      GCancellable *cancellable);

/* The server passed to buoy_resolver_new(). (nullable) */
const char *buoy_resolver_get_server (const BuoyResolver *resolver);

/* Adds an answer about TXT records to the cache. */
void buoy_resolver_learn (BuoyResolver *resolver, const char *name, BuoyDnsAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyResolver, buoy_resolver_free)
