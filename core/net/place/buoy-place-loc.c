/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads libloc's tables, which Debian packages: country and autonomous system.
 */
#include "config.h"

#include <libloc/database.h>
#include <libloc/libloc.h>
#include <stdio.h>
#include <string.h>

#include "net/place/buoy-place-format.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FILE, fclose)

typedef struct loc_ctx LocContext;
typedef struct loc_database LocDatabase;
typedef struct loc_network LocNetwork;
typedef struct loc_as LocAs;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LocContext, loc_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LocDatabase, loc_database_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LocNetwork, loc_network_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LocAs, loc_as_unref)

/* By default, libloc logs to standard error. */
static void
ignore_log (struct loc_ctx *context, int priority, const char *file, int line, const char *function, const char *format,
            va_list arguments)
{
}

static char *
dup_valid (const char *text)
{
  return text != NULL ? g_utf8_make_valid (text, -1) : g_strdup ("");
}

/* NULL if there is no country, or only a pseudo-country of libloc's, such as "A1" for proxies. */
static const char *
country_of (LocNetwork *network)
{
  const char *code = loc_network_get_country_code (network);

  return code != NULL && g_ascii_isupper (code[0]) && g_ascii_isupper (code[1]) && !g_str_equal (code, "XD") ? code
                                                                                                             : NULL;
}

static BuoyPlace *
place_new (LocDatabase *database, LocNetwork *network)
{
  BuoyPlace *place = g_new0 (BuoyPlace, 1);
  g_autoptr (LocAs) as = NULL;

  place->country = dup_valid (country_of (network));
  place->city = g_strdup ("");
  place->number = loc_network_get_asn (network);
  if (place->number != 0)
    loc_database_get_as (database, &as, place->number);
  place->network = dup_valid (as != NULL ? loc_as_get_name (as) : NULL);
  place->table = dup_valid (loc_database_get_vendor (database));
  place->made = CLAMP ((gint64) loc_database_created_at (database), 0, G_MAXINT32);
  return place;
}

BuoyPlace *
buoy_place_find_loc (const char *file, const char *address)
{
  g_autoptr (FILE) stream = fopen (file, "re");
  g_autoptr (LocContext) context = NULL;
  g_autoptr (LocDatabase) database = NULL;
  g_autoptr (LocNetwork) network = NULL;

  if (stream == NULL || loc_new (&context) != 0)
    return NULL;
  loc_set_log_fn (context, ignore_log);
  if (loc_database_new (context, &database, stream) != 0
      || loc_database_lookup_from_string (database, address, &network) != 0 || network == NULL)
    return NULL;
  return place_new (database, network);
}
