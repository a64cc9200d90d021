/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a link's href opens in a mail program, which knows no page that it could be relative to.
 */
#pragma once

#include "base/url/buoy-url.h"

/* Opens @href against @base (nullable): as a browser does; where there is no base, as mail programs mend it
 * ("www.example.com", "//example.com", "name@example.com"); and past a scheme that only hands an address on
 * ("feed:https://…"). NULL where nothing is opened.
 */
BuoyUrl *buoy_href_open (const char *href, const char *base);

/* The file server from which Windows fetches @href: of \\server\share and its forms as a URL, "file://server/share",
 * "file:////server/share", "file:///\\server\share". @url: what is opened for @href, nullable. NULL where it names none.
 */
char *buoy_href_file_server (const char *href, const BuoyUrl *url);

/* Whether @href, of which no URL could be made, is a path without a page to start from. A place in the mail itself
 * ("#top") is none, and what was meant as a URL neither.
 */
gboolean buoy_href_is_dead_end (const char *href);

/* The ASCII domain of the address that a mailto: URL writes to, its first; NULL. */
char *buoy_href_mail_domain (const BuoyUrl *url);
