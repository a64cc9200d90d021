/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The authority of a URL: user information, host, port (URL standard §4.4, authority to port
 * state).
 */
#pragma once

#include "base/url/buoy-url-private.h"

/* States of the parser; FALSE is failure. Each continues to the end of the URL. */
gboolean buoy_url_parse_slashes (BuoyUrlParser *parser);

gboolean buoy_url_parse_authority (BuoyUrlParser *parser);
