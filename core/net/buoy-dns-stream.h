/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One question over TCP (RFC 1035 §4.2.2), for a reply that does not fit into a datagram.
 */
#pragma once

#include <gio/gio.h>

/* Sends @question to @server and returns its reply, or NULL where there is none until @deadline_us (monotonic): a
 * server that sends byte by byte gets no more time than one that is silent.
 */
GBytes *buoy_dns_stream_ask (GSocketAddress *server, const guint8 *question, gsize length, gint64 deadline_us,
                             GCancellable *cancellable);
