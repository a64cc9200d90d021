/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which addresses count as one sender when servers are learned from mail.
 */
#pragma once

#include <glib.h>

/* The network of @ip: its first 16 bits (IPv4) or 32 (IPv6), which a single renter rarely leaves. (nullable): NULL if
 * @ip is NULL or no address. (transfer full)
 */
char *buoy_network_of (const char *ip);

/* @ip without what its owner may change: the whole of an IPv4 address, the first 64 bits of an IPv6 one. (nullable)
 * (transfer full)
 */
char *buoy_network_host (const char *ip);
