/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads tables in MaxMind's format. Their members differ: GeoLite's are nested, others are flat.
 */
#include "config.h"

#include <maxminddb.h>
#include <string.h>

#include "net/place/buoy-place-format.h"

#define MAX_DEPTH 4 /* of a member's path, with the terminating NULL */

typedef const char *Path[MAX_DEPTH];

static const Path country_paths[]
    = { { "country", "iso_code" }, { "registered_country", "iso_code" }, { "country_code" } };
static const Path city_paths[] = { { "city", "names", "en" }, { "city" } };
static const Path network_paths[] = { { "autonomous_system_organization" }, { "as_name" }, { "asn_organization" } };
static const Path number_paths[] = { { "autonomous_system_number" }, { "asn" } };

static gboolean
read_value (MMDB_entry_s *entry, const Path path, guint type, MMDB_entry_data_s *out_data)
{
  return MMDB_aget_value (entry, out_data, path) == MMDB_SUCCESS && out_data->has_data && out_data->type == type;
}

/* The first of @paths that exists; "" if there is none. */
static char *
read_text (MMDB_entry_s *entry, const Path *paths, guint n_paths)
{
  MMDB_entry_data_s data;

  for (guint i = 0; i < n_paths; i++)
    if (read_value (entry, paths[i], MMDB_DATA_TYPE_UTF8_STRING, &data))
      return g_utf8_make_valid (data.utf8_string, (gssize) data.data_size);
  return g_strdup ("");
}

static guint32
read_number (MMDB_entry_s *entry)
{
  MMDB_entry_data_s data;

  for (guint i = 0; i < G_N_ELEMENTS (number_paths); i++)
    if (read_value (entry, number_paths[i], MMDB_DATA_TYPE_UINT32, &data))
      return data.uint32;
  return 0;
}

static BuoyPlace *
place_new (const MMDB_s *database, MMDB_entry_s *entry)
{
  BuoyPlace *place = g_new0 (BuoyPlace, 1);

  place->country = read_text (entry, country_paths, G_N_ELEMENTS (country_paths));
  place->city = read_text (entry, city_paths, G_N_ELEMENTS (city_paths));
  place->network = read_text (entry, network_paths, G_N_ELEMENTS (network_paths));
  place->number = read_number (entry);
  place->table = g_utf8_make_valid (database->metadata.database_type, -1);
  place->made = (gint64) MIN (database->metadata.build_epoch, G_MAXINT32);
  return place;
}

BuoyPlace *
buoy_place_find_mmdb (const char *file, const char *address)
{
  MMDB_s database;
  MMDB_lookup_result_s found;
  int not_an_address = 0;
  int status = 0;
  BuoyPlace *place = NULL;

  if (MMDB_open (file, MMDB_MODE_MMAP, &database) != MMDB_SUCCESS)
    return NULL;
  found = MMDB_lookup_string (&database, address, &not_an_address, &status);
  if (not_an_address == 0 && status == MMDB_SUCCESS && found.found_entry)
    place = place_new (&database, &found.entry);
  MMDB_close (&database);
  return place;
}
