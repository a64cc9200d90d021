/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * IP addresses in every form that browsers accept (URL standard §3.5).
 */
#pragma once

#include <glib.h>

/* Parses an IPv4 address in any number form into @out_address. Returns 1 if @host is one, 0 if it does not end in a
 * number, -1 if it does but is invalid: the URL parser fails.
 */
int buoy_ipv4_parse (const char *host, guint32 *out_address);

char *buoy_ipv4_to_string (guint32 address);

/* The canonical text of an IPv6 address (RFC 5952, as the URL standard serialises it); NULL if it is invalid. */
char *buoy_ipv6_canonicalise (const char *text);
