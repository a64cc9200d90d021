/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A query over TCP (RFC 1035 §4.2.2), for replies that don't fit a datagram.
 */
#pragma once

#include <gio/gio.h>

/* Sends @question to @server and returns its reply, or NULL if there is none by @deadline_us (monotonic): a server that
 * sends byte by byte gets no more time than a silent one.
 */
GBytes *buoy_dns_stream_ask (GSocketAddress *server, const guint8 *question, gsize length, gint64 deadline_us,
                             GCancellable *cancellable);
