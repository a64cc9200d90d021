/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Questions to the name servers, none of them twice: answers are kept as long as their server lets them be.
 */
#pragma once

#include <gio/gio.h>

#include "net/buoy-dns-answer.h"

typedef struct _BuoyResolver BuoyResolver;

/* @server: "127.0.0.1:5300", or NULL for the system's. @patience: seconds to wait for a reply at first. */
BuoyResolver *buoy_resolver_new (const char *server, guint patience);
void buoy_resolver_free (BuoyResolver *resolver);

/* The one of this process; asks the server that BELLBUOY_DNS_SERVER names, if it does. */
BuoyResolver *buoy_resolver_get_default (void);

/* What is known of @name's texts, or is said when asked; any thread. Past @deadline_us (monotonic) and once cancelled
 * nothing is asked any more: that is "unknown".
 */
BuoyDnsAnswer *buoy_resolver_ask (BuoyResolver *resolver, const char *name, gint64 deadline_us,
                                  GCancellable *cancellable);

/* Keeps an answer as if it had been asked for. */
void buoy_resolver_learn (BuoyResolver *resolver, const char *name, BuoyDnsAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyResolver, buoy_resolver_free)
