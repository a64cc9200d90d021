/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which URLs may be requested. A server must not make us send requests inside the reader's network by a redirect.
 */
#pragma once

#include <gio/gio.h>

/**
 * buoy_http_url_parse:
 * @url: an absolute URL
 * @loopback: (nullable): see buoy_http_new()
 *
 * Returns: (transfer full) (nullable): the parsed URL if it may be requested: https, no user name, no port but 443, and
 *   a host of at least two labels that is not an IP address; or a URL of @loopback
 */
GUri *buoy_http_url_parse (const char *url, const char *loopback);

/**
 * buoy_http_url_follow:
 * @from: the URL that was requested
 * @location: the Location field of the redirect
 *
 * Returns: (transfer full) (nullable): the absolute URL if it may be requested: of the same scheme, and with a host
 *   whose addresses are all public (it is resolved here, since a name may resolve to a machine in the reader's network)
 */
GUri *buoy_http_url_follow (GUri *from, const char *location, const char *loopback, GCancellable *cancellable);
