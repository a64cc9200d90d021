/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What name servers and a location table say about an address, in words and as JSON.
 */
#pragma once

#include "registry/buoy-server.h"

G_BEGIN_DECLS

char **buoy_server_tell (const BuoyServer *server);
char *buoy_server_to_json (const BuoyServer *server);

G_END_DECLS
