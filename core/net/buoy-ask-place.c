/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Locates the address of the server that delivered the message, and IP addresses in links. Host names of links are not
 * resolved for this: a name may have been made for one reader.
 */
#include "config.h"

#include "net/buoy-ask.h"

#include "base/host/buoy-host.h"
#include "net/place/buoy-place.h"
#include "registry/buoy-server-private.h"

#define MAX_LINK_SERVERS 4 /* enough to show; more would only lengthen the report */
#define MAX_SEARCHED 16    /* public addresses, found or not: each search opens the table */

static BuoyPlace *
find_place (const BuoyAsk *ask, const char *address)
{
  const char *file = ask->context != NULL ? ask->context->location_database : NULL;

  return buoy_host_is_public_ip (address) ? buoy_place_find (file, address, g_get_real_time () / G_USEC_PER_SEC) : NULL;
}

static void
place_server (const BuoyAsk *ask, const BuoyOriginFacts *origin, BuoyVerification *verification)
{
  if (origin->ip == NULL || origin->authenticated)
    return;
  if (verification->server == NULL)
    verification->server = buoy_server_new (origin->ip);
  verification->server->place = find_place (ask, origin->ip);
}

static gboolean
is_placed (const BuoyVerification *verification, const char *address)
{
  for (guint i = 0; i < verification->link_servers->len; i++)
    if (g_str_equal (buoy_server_get_address (g_ptr_array_index (verification->link_servers, i)), address))
      return TRUE;
  return FALSE;
}

static void
place_link (const BuoyAsk *ask, const char *host, guint *n_searched, BuoyVerification *verification)
{
  BuoyServer *server;
  BuoyPlace *place;

  if (host == NULL || !buoy_host_is_ip (host) || is_placed (verification, host) || *n_searched >= MAX_SEARCHED
      || verification->link_servers->len >= MAX_LINK_SERVERS)
    return;
  *n_searched += buoy_host_is_public_ip (host);
  place = find_place (ask, host);
  if (place == NULL)
    return;
  server = buoy_server_new (host);
  server->place = place;
  g_ptr_array_add (verification->link_servers, server);
}

void
buoy_ask_places (const BuoyAsk *ask, BuoyVerification *verification)
{
  const GPtrArray *links = buoy_facts_get_body (ask->facts)->links;
  guint n_searched = 0;

  place_server (ask, &ask->facts->origin, verification);
  for (guint i = 0; i < links->len; i++)
    place_link (ask, ((const BuoyLinkFacts *) g_ptr_array_index (links, i))->host, &n_searched, verification);
}
