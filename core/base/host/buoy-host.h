/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Host names: their ASCII and Unicode forms, and the registrable domain.
 * Every function takes NULL and answers NULL or FALSE for it.
 */
#pragma once

#include <glib.h>

/* UTS 46, non-transitional, as a browser maps a host (WHATWG URL "domain to ASCII"): lower case,
 * no trailing dot. (nullable) where the text is no host. IPv4 text stays as it is.
 */
char *buoy_host_to_ascii (const char *host);

/* The mapping alone, without a look at the lengths of labels: what the URL parser needs.
 * (nullable)
 */
char *buoy_host_map (const char *host);

/* The U-label form of an ASCII host; a copy of @ascii where it holds no A-label. */
char *buoy_host_to_unicode (const char *ascii);

/* The form to show to a reader: U-labels where browsers show them, A-labels where they could be taken for something
 * else. NULL for NULL.
 */
char *buoy_host_for_reader (const char *ascii);

/* The organisational domain by the public suffix list with its private section; points into @ascii.
 * NULL for an IP address, a bare public suffix and a name of one label.
 */
const char *buoy_host_registrable_domain (const char *ascii);

/* Whether @suffix is one that a company hands out below a domain of its own (the list's private section): "github.io". */
gboolean buoy_host_is_private_suffix (const char *suffix);

/* Whether both hosts are under one registrable domain (or are the same host where they have
 * none).
 */
gboolean buoy_host_same_site (const char *ascii_a, const char *ascii_b);

/* Whether @ascii is @domain or a sub-domain of it. */
gboolean buoy_host_is_within (const char *ascii, const char *domain);

/* What @by_name has for @ascii, or for the nearest domain above it that has two labels at least; NULL. */
gpointer buoy_host_look_up (GHashTable *by_name, const char *ascii);

/* Whether the last label is a real top-level domain (an explicit rule of the public suffix
 * list).
 */
gboolean buoy_host_has_known_suffix (const char *ascii);

gboolean buoy_host_is_ip (const char *host);

/* The IPv4 address that an IPv6 address carries (mapped, compatible, NAT64, 6to4, Teredo): who is really at the other
 * end. (nullable)
 */
char *buoy_host_embedded_ipv4 (const char *host);

/* Loopback, link-local, RFC 1918, RFC 6598, ULA, multicast are not public; an embedded IPv4 address decides. */
gboolean buoy_host_is_public_ip (const char *host);
