/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * IP addresses in every form that browsers accept (URL standard §3.5).
 */
#pragma once

#include <glib.h>

/* 0: no IPv4 number form, 1: parsed into @out_address, -1: looks like one but is invalid (failure). */
int buoy_ipv4_parse (const char *host, guint32 *out_address);

char *buoy_ipv4_to_string (guint32 address);

/* Canonical text of an IPv6 address (RFC 5952, as the URL standard serialises it); NULL. */
char *buoy_ipv6_canonicalise (const char *text);
