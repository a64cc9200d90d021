/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One question to a name server, over the wire.
 */
#pragma once

#include <gio/gio.h>

#include "net/buoy-dns-answer.h"

/* Asks for the texts of @name, which is a host name or "_dmarc.", "_domainkey" in one. Blocks for seconds at most, and
 * not much past @deadline_us (monotonic). @server: "127.0.0.1:5300", or NULL for the system's. @patience: seconds for
 * the first try; a second waits longer.
 */
BuoyDnsAnswer *buoy_dns_query (const char *name, const char *server, guint patience, gint64 deadline_us,
                               GCancellable *cancellable);
