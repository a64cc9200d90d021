/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The names and the location of a server's IP address, as far as readers need them.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*< private >
 * BuoyServer:
 *
 * The names of a server's IP address (reverse DNS), whether they resolve to the address, and where the address is in
 * use. Immutable.
 */
typedef struct _BuoyServer BuoyServer;

/*< private >
 * BuoyServerName:
 * @BUOY_SERVER_NAME_UNKNOWN: name servers were not queried, or did not answer
 * @BUOY_SERVER_NAME_NONE: the address has no name
 * @BUOY_SERVER_NAME_DIFFERS: it has names, but none of them resolves to the address
 * @BUOY_SERVER_NAME_AGREES: it has a name that resolves to the address
 *
 * Whether the name of an address is confirmed. The holder of the address chooses its names; a name that resolves to the
 * address is confirmed by the owner of the name's domain.
 */
typedef enum
{
  BUOY_SERVER_NAME_UNKNOWN,
  BUOY_SERVER_NAME_NONE,
  BUOY_SERVER_NAME_DIFFERS,
  BUOY_SERVER_NAME_AGREES
} BuoyServerName;

void buoy_server_free (BuoyServer *server);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyServer, buoy_server_free)

const char *buoy_server_get_address (const BuoyServer *server);
BuoyServerName buoy_server_get_name_state (const BuoyServer *server);
const char *const *buoy_server_get_names (const BuoyServer *server);
const char *buoy_server_get_country (const BuoyServer *server);

G_END_DECLS
