/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Percent-encoding (URL standard §1.3).
 */
#pragma once

#include "base/url/buoy-url-private.h"

void buoy_percent_append (GString *out, const char *text, gsize length, BuoyEncodeSet set);

char *buoy_percent_decode (const char *text, gsize length, gsize *out_length);
