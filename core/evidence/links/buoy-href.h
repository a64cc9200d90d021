/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the href of a link opens in a mail program, where it cannot be relative to a page.
 */
#pragma once

#include "base/url/buoy-url.h"

/* Resolves @href against @base (nullable): as a browser does, or without a base, as mail programs complete it
 * ("www.example.com", "//example.com", "name@example.com"), and unwraps schemes that carry an address
 * ("feed:https://…"). NULL if nothing is opened.
 */
BuoyUrl *buoy_href_open (const char *href, const char *base);

/* The file server from which Windows fetches @href: \\server\share and its URL forms, "file://server/share",
 * "file:////server/share", "file:///\\server\share"; NULL if there is none. @url: (nullable): the URL opened for @href.
 * (transfer full) (nullable)
 */
char *buoy_href_file_server (const char *href, const BuoyUrl *url);

/* Whether @href, which buoy_href_open() could not open, is a relative path without a base. Fragments ("#top") and
 * invalid absolute URLs are not.
 */
gboolean buoy_href_is_dead_end (const char *href);

/* The ASCII domain of the first address in a mailto: URL. (transfer full) (nullable) */
char *buoy_href_mail_domain (const BuoyUrl *url);
