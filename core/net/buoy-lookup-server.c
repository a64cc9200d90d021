/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "net/buoy-lookup-server.h"

#include "base/host/buoy-host.h"
#include "net/buoy-reverse.h"
#include "net/place/buoy-place.h"
#include "net/rdap/buoy-lookup-private.h"

#define PATIENCE_US (5 * G_USEC_PER_SEC)

/*< private >
 * buoy_lookup_server:
 * @address: an IP address, with or without brackets
 * @location_database: (nullable) (type filename): see buoy_context_set_location_database()
 * @cancellable: (nullable): a cancellable
 *
 * Looks up the names of @address and their addresses, and reads from a location table where it is in use. Blocks for up
 * to about five seconds: call it in a thread. Name servers, including those of the address's owner, see that somebody
 * asks for it.
 *
 * Returns: (transfer full) (nullable): what was found; %NULL if @address is not a public IP address
 */
BuoyServer *
buoy_lookup_server (const char *address, const char *location_database, GCancellable *cancellable)
{
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *host = buoy_host_to_ascii (address);
  BuoyServer *server;

  g_return_val_if_fail (address != NULL, NULL);

  if (host == NULL || !buoy_host_is_ip (host) || !buoy_host_is_public_ip (host))
    return NULL;
  server = buoy_reverse_ask (buoy_resolver_get_default (), buoy_lookup_get_store (buoy_lookup_get_default ()), host,
                             now, g_get_monotonic_time () + PATIENCE_US, cancellable);
  server->place = buoy_place_find (location_database, host, now);
  return server;
}
