/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which URLs may be asked: a registry, or a server to which it sends on, must not make us ask inside the reader's
 * network.
 */
#pragma once

#include <gio/gio.h>

/**
 * buoy_http_url_parse:
 * @url: an absolute URL
 * @loopback: (nullable): see buoy_http_new()
 *
 * Returns: (transfer full) (nullable): @url where its form allows to ask it: https, no user, no port but 443, a host of
 *   two labels at least that is no IP address; or a URL of @loopback
 */
GUri *buoy_http_url_parse (const char *url, const char *loopback);

/**
 * buoy_http_url_follow:
 * @from: the URL that was asked
 * @location: where it sent on
 *
 * Returns: (transfer full) (nullable): the absolute URL, where it may be asked: of the same scheme, its host public
 *   by all its addresses (looked up here, since a name may stand for a machine of the reader's network)
 */
GUri *buoy_http_url_follow (GUri *from, const char *location, const char *loopback, GCancellable *cancellable);
