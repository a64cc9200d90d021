/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A query to a name server over the network.
 */
#pragma once

#include <gio/gio.h>

#include "net/buoy-dns-answer.h"

/* Looks up the records of @type of @name, a host name, one with "_dmarc." or "_domainkey", or an address's in a reverse
 * zone. Blocks for seconds at most, and not much past @deadline_us (monotonic). @server: "127.0.0.1:5300", or NULL for
 * the system's. @patience: seconds for the first try; the second waits longer.
 */
BuoyDnsAnswer *buoy_dns_query (BuoyDnsType type, const char *name, const char *server, guint patience,
                               gint64 deadline_us, GCancellable *cancellable);
