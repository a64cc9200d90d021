/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "registry/buoy-server-private.h"

#define FORMAT "(suassux)"
#define LAST_SECOND G_GINT64_CONSTANT (253402300799) /* the last of year 9999, where GDateTime ends */

void
buoy_place_free (BuoyPlace *place)
{
  g_free (place->country);
  g_free (place->city);
  g_free (place->network);
  g_free (place->table);
  g_free (place);
}

BuoyServer *
buoy_server_new (const char *address)
{
  BuoyServer *server = g_new0 (BuoyServer, 1);

  server->address = g_strdup (address);
  server->source = g_strdup ("");
  server->names = g_new0 (char *, 1);
  return server;
}

/*< private >
 * buoy_server_free:
 * @server: (transfer full): a server
 *
 * Frees it.
 */
void
buoy_server_free (BuoyServer *server)
{
  g_free (server->address);
  g_free (server->source);
  g_strfreev (server->names);
  g_clear_pointer (&server->place, buoy_place_free);
  g_free (server);
}

GBytes *
buoy_server_to_bytes (const BuoyServer *server)
{
  g_autoptr (GVariant) value
      = g_variant_ref_sink (g_variant_new ("(su^assux)", server->address, (guint32) server->state, server->names,
                                           server->source, (guint32) server->n_agreeing, server->asked));

  return g_variant_get_data_as_bytes (value);
}

BuoyServer *
buoy_server_from_bytes (GBytes *bytes)
{
  g_autoptr (GVariant) value = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (FORMAT), bytes, FALSE));
  BuoyServer *server;
  guint32 state, n_agreeing;

  if (!g_variant_is_normal_form (value))
    return NULL;
  server = g_new0 (BuoyServer, 1);
  g_variant_get (value, "(su^assux)", &server->address, &state, &server->names, &server->source, &n_agreeing,
                 &server->asked);
  server->state = (BuoyServerName) state;
  server->n_agreeing = n_agreeing;
  if (state <= BUOY_SERVER_NAME_AGREES && n_agreeing <= g_strv_length (server->names) && server->asked >= 0
      && server->asked <= LAST_SECOND)
    return server;
  buoy_server_free (server);
  return NULL;
}

/*< private >
 * buoy_server_get_address:
 * @server: a server
 *
 * Gets the IP address.
 *
 * Returns: (transfer none): its IP address, as text
 */
const char *
buoy_server_get_address (const BuoyServer *server)
{
  return server->address;
}

/*< private >
 * buoy_server_get_name_state:
 * @server: a server
 *
 * Gets whether the name of the address is confirmed.
 *
 * Returns: the result of the lookups
 */
BuoyServerName
buoy_server_get_name_state (const BuoyServer *server)
{
  return server->state;
}

/*< private >
 * buoy_server_get_names:
 * @server: a server
 *
 * Gets the names of the address, at most four.
 *
 * Returns: (transfer none): host names in lower case, first those that resolve to the address
 */
const char *const *
buoy_server_get_names (const BuoyServer *server)
{
  return (const char *const *) server->names;
}

/*< private >
 * buoy_server_get_country:
 * @server: a server
 *
 * Gets the country of the address, according to a location table.
 *
 * Returns: (transfer none): two capital letters (ISO 3166-1); "" if there is no table, or the table has no country
 */
const char *
buoy_server_get_country (const BuoyServer *server)
{
  return server->place != NULL ? server->place->country : "";
}
