/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Host names: their ASCII and Unicode forms, and the registrable domain. Every function accepts NULL and returns NULL
 * or FALSE for it.
 */
#pragma once

#include <glib.h>

/* Maps @host as a browser does (UTS 46, non-transitional; WHATWG URL "domain to ASCII"), and drops a trailing dot. An
 * IPv4 address is unchanged.
 *
 * Returns: (transfer full) (nullable): the host in lower-case ASCII; NULL if @host is not a host
 */
char *buoy_host_to_ascii (const char *host);

/* The mapping alone, which keeps a trailing dot and any length of labels, for the URL parser. (nullable) */
char *buoy_host_map (const char *host);

/* The U-label form of an ASCII host; a copy of @ascii if it has no A-label or cannot be decoded. */
char *buoy_host_to_unicode (const char *ascii);

/* The form to show: U-labels as far as browsers show them, A-labels if they could be mistaken for something else. */
char *buoy_host_for_reader (const char *ascii);

/* The same for the domain of a mail address, however it is written; a copy of what is no address, or has no A-label. */
char *buoy_address_for_reader (const char *address);

/* The registrable domain by the public suffix list with its private section; points into @ascii. NULL for an IP
 * address, a public suffix and a single label.
 */
const char *buoy_host_registrable_domain (const char *ascii);

/* Whether @suffix is one that a company offers below its own domain (the list's private section): "github.io". */
gboolean buoy_host_is_private_suffix (const char *suffix);

/* Whether both hosts have the same registrable domain (or are the same host if they have none). */
gboolean buoy_host_same_site (const char *ascii_a, const char *ascii_b);

/* Whether @ascii is @domain or a sub-domain of it. */
gboolean buoy_host_is_within (const char *ascii, const char *domain);

/* The value in @by_name for @ascii, or for the nearest parent domain with at least two labels; NULL if none is found.
 */
gpointer buoy_host_look_up (GHashTable *by_name, const char *ascii);

/* Whether the last label, or the last two, are an explicit rule of the public suffix list or a reserved suffix. */
gboolean buoy_host_has_known_suffix (const char *ascii);

gboolean buoy_host_is_ip (const char *host);

/* The IPv4 address embedded in an IPv6 address (mapped, compatible, NAT64, 6to4, Teredo), which is the actual host.
 * (nullable)
 */
char *buoy_host_embedded_ipv4 (const char *host);

/* Loopback, link-local, RFC 1918, RFC 6598, ULA and multicast are not public; an embedded IPv4 address decides. */
gboolean buoy_host_is_public_ip (const char *host);
