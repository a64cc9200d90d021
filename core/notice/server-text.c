/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What name servers and a location table say about an address, in the reader's language. Names of cities and networks
 * are the table's own.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/text/buoy-country.h"
#include "notice/buoy-server-text.h"
#include "notice/notice-private.h"
#include "registry/buoy-server-private.h"

#define OLD_SECONDS (548 * 24 * 60 * 60) /* 18 months: by then every tenth address of a table has moved */

static char *
format_time (gint64 seconds, const char *format)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);

  return g_date_time_format (time, format);
}

/* Translators: the month in which a table was made, "March 2025"; see strftime(3). */
#define MONTH N_ ("%B %Y")

static char *
tell_place (const BuoyPlace *place)
{
  g_autofree char *country = buoy_country_name (place->country, g_get_language_names ()[0]);
  g_autofree char *city = buoy_notice_text_for_people (place->city);

  if (*city == '\0')
    return g_steal_pointer (&country);
  if (*country == '\0')
    return g_steal_pointer (&city);
  /* Translators: %1$s is a city, %2$s the country that it is in. */
  return g_strdup_printf (_ ("%1$s, %2$s"), city, country);
}

char *
buoy_server_place_to_sentence (const BuoyServer *server)
{
  const BuoyPlace *place = server->place;
  g_autofree char *where = place != NULL ? tell_place (place) : NULL;
  g_autofree char *table = NULL, *month = NULL;

  if (where == NULL || *where == '\0')
    return NULL;
  table = buoy_notice_text_for_people (place->table);
  month = format_time (place->made, _ (MONTH));
  if (place->asked - place->made > OLD_SECONDS)
    /* Translators: %1$s is a country, or a city and a country; %2$s the name of a table, %3$s a month. */
    return g_strdup_printf (
        _ ("Its IP address was in use in %1$s in %3$s (%2$s). That is long ago: it may be elsewhere now."), where,
        table, month);
  /* Translators: %1$s is a country, or a city and a country; %2$s the name of a table, %3$s a month. */
  return g_strdup_printf (_ ("Its IP address is in use in %1$s (%2$s, as of %3$s)."), where, table, month);
}

static char *
tell_network (const BuoyPlace *place)
{
  g_autofree char *owner = buoy_notice_text_for_people (place->network);

  if (place->number == 0)
    return g_steal_pointer (&owner);
  if (*owner == '\0')
    return g_strdup_printf ("AS%u", place->number);
  /* Translators: %1$s owns a network, %2$u is its number. */
  return g_strdup_printf (_ ("%1$s (AS%2$u)"), owner, place->number);
}

char *
buoy_server_network_to_sentence (const BuoyServer *server)
{
  g_autofree char *network = server->place != NULL ? tell_network (server->place) : NULL;

  if (network == NULL || *network == '\0')
    return NULL;
  /* Translators: %s is a company and the number of its network: "ColoCrossing (AS36352)". */
  return g_strdup_printf (_ ("That network belongs to %s."), network);
}

char *
buoy_server_name_to_sentence (const BuoyServer *server)
{
  g_autofree char *name = server->names[0] != NULL ? buoy_notice_host_for_people (server->names[0]) : NULL;

  if (server->asked == 0)
    return NULL;
  switch (server->state)
    {
    case BUOY_SERVER_NAME_AGREES:
      /* Translators: %s is a host. */
      return g_strdup_printf (_ ("Name servers confirm: %s and the IP address belong together."), name);
    case BUOY_SERVER_NAME_DIFFERS:
      /* Translators: %s is a host. */
      return g_strdup_printf (_ ("Name servers call this IP address %s, but that name does not lead back to it."),
                              name);
    case BUOY_SERVER_NAME_NONE:
      return g_strdup (_ ("Name servers know no name for this IP address."));
    case BUOY_SERVER_NAME_UNKNOWN:
    default:
      return g_strdup (_ ("The name servers gave no answer about this IP address."));
    }
}

static const char *
tell_agreement (const BuoyServer *server)
{
  static const char *const words[] = {
    [BUOY_SERVER_NAME_UNKNOWN] = N_ ("the name servers gave no answer"),
    [BUOY_SERVER_NAME_NONE] = N_ ("it has no name"),
    [BUOY_SERVER_NAME_DIFFERS] = N_ ("the name does not lead back to the address"),
    [BUOY_SERVER_NAME_AGREES] = N_ ("the name leads back to the address"),
  };

  return _ (words[server->state]);
}

static void
tell_names (GStrvBuilder *lines, const BuoyServer *server)
{
  g_autofree char *names = g_strjoinv (", ", server->names);
  g_autofree char *shown = buoy_notice_text_for_people (names);
  const char *asked = *server->source != '\0' ? server->source : _ ("name servers");
  g_autofree char *source = buoy_notice_tell_source (asked, server->asked);

  buoy_notice_add_pair (lines, _ ("Its names"), shown);
  buoy_notice_add_pair (lines, _ ("Name and address"), tell_agreement (server));
  buoy_notice_add_pair (lines, _ ("Source"), source);
}

static void
tell_location (GStrvBuilder *lines, const BuoyPlace *place)
{
  g_autofree char *where = tell_place (place);
  g_autofree char *network = tell_network (place);
  g_autofree char *month = format_time (place->made, _ (MONTH));
  g_autofree char *table = buoy_notice_text_for_people (place->table);
  g_autofree char *source = NULL;

  /* Translators: %1$s is the name of a table, %2$s a month. */
  source = g_strdup_printf (place->asked - place->made > OLD_SECONDS ? _ ("%1$s, as of %2$s, which is long ago")
                                                                     : _ ("%1$s, as of %2$s"),
                            table, month);
  buoy_notice_add_pair (lines, _ ("In use in"), where);
  buoy_notice_add_pair (lines, _ ("Network of"), network);
  buoy_notice_add_pair (lines, _ ("Source"), source);
}

/*< private >
 * buoy_server_tell:
 * @server: a server
 *
 * Puts what is known about an address into words of the reader's language: a label, its value, a label, its value, …
 * Each source stands after what it said.
 *
 * Returns: (transfer full) (array zero-terminated=1): the pairs
 */
char **
buoy_server_tell (const BuoyServer *server)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  g_return_val_if_fail (server != NULL, NULL);

  buoy_notice_add_pair (lines, _ ("IP address"), server->address);
  if (server->asked != 0)
    tell_names (lines, server);
  if (server->place != NULL)
    tell_location (lines, server->place);
  return g_strv_builder_end (lines);
}
