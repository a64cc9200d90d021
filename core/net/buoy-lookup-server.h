/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What name servers and a location table say about an IP address, for readers who ask.
 */
#pragma once

#include <gio/gio.h>

#include "registry/buoy-server.h"

G_BEGIN_DECLS

BuoyServer *buoy_lookup_server (const char *address, const char *location_database, GCancellable *cancellable);

G_END_DECLS
