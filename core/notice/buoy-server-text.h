/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What name servers and a location table say about an address, in words and as JSON.
 */
#pragma once

#include "registry/buoy-server.h"

G_BEGIN_DECLS

BUOY_AVAILABLE_IN_0_2 char **buoy_server_tell (const BuoyServer *server);
BUOY_AVAILABLE_IN_0_2 char *buoy_server_to_json (const BuoyServer *server);

G_END_DECLS
