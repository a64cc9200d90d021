/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A query to a name server over the network.
 */
#pragma once

#include <gio/gio.h>

#include "net/buoy-dns-answer.h"

/* Looks up the records of @type for @name: a host name, a name below "_dmarc." or "_domainkey", or an address in a
 * reverse zone. Blocks for some seconds, and not much past @deadline_us (monotonic). @server: such as "127.0.0.1:5300",
 * or NULL for the system's. @patience: seconds to wait at the first try; the second waits longer.
 */
BuoyDnsAnswer *buoy_dns_query (BuoyDnsType type, const char *name, const char *server, guint patience,
                               gint64 deadline_us, GCancellable *cancellable);
