/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads a message for a scan.
 */
#pragma once

#include <gio/gio.h>

#include "buoy-for-hosts.h"

G_BEGIN_DECLS

BUOY_FOR_HOSTS GBytes *buoy_scan_read_file (int file, gsize max_bytes, GCancellable *cancellable, GError **error);

G_END_DECLS
