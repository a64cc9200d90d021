/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * file: URLs, which may lack a host and may start with a Windows drive letter (URL standard §4.4, file states).
 */
#pragma once

#include "base/url/buoy-url-private.h"

gboolean buoy_url_parse_file (BuoyUrlParser *parser);
