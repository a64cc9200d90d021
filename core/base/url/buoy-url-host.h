/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The host parser (URL standard §3.5): domains through UTS 46, numbers to IPv4, brackets to IPv6, anything else opaque.
 */
#pragma once

#include <glib.h>

/* The host parser: the serialised host, or NULL for failure. Bits are added to @out_anomalies. */
char *buoy_url_parse_host (const char *text, gsize length, gboolean special, guint *out_anomalies);
