/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Parts that a URL inherits from its base (URL standard §4.4, relative state).
 */
#pragma once

#include "base/url/buoy-url-private.h"

gboolean buoy_url_parse_relative (BuoyUrlParser *parser);
