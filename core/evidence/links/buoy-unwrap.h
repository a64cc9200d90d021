/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How wrappers encode the wrapped URL. Each function decodes one form and returns the text of the URL, (transfer full)
 * (nullable): NULL if it cannot be decoded.
 */
#pragma once

#include "base/url/buoy-url.h"

char *buoy_unwrap_amp (const BuoyUrl *url);
char *buoy_unwrap_last_segment (const BuoyUrl *url);
char *buoy_unwrap_embedded_path (const BuoyUrl *url);
char *buoy_unwrap_underscores (const BuoyUrl *url);
char *buoy_unwrap_query (const BuoyUrl *url);
char *buoy_unwrap_amp_cache (const BuoyUrl *url);
char *buoy_unwrap_base64_u (const BuoyUrl *url);
char *buoy_unwrap_steam (const BuoyUrl *url);
char *buoy_unwrap_yahoo (const BuoyUrl *url);
char *buoy_unwrap_translate (const BuoyUrl *url);
char *buoy_unwrap_bing (const BuoyUrl *url);
