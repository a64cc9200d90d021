/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "net/place/buoy-place.h"

#include <stdio.h>
#include <string.h>

#include "net/place/buoy-place-format.h"

#define NONE "off"
#define LOC_MAGIC "LOCDBXX"

/* The first one is updated over the network by Debian's package "location"; the second comes with libloc-database. */
static const char *const usual_files[] = {
  "/var/lib/location/database.db",
  "/usr/share/libloc-location/location.db",
};

static const char *
find_file (const char *file)
{
  const char *set = g_getenv ("BELLBUOY_LOCATION_DATABASE");

  if (file != NULL && *file != '\0')
    return file;
  if (set != NULL)
    return set;
  for (guint i = 0; i < G_N_ELEMENTS (usual_files); i++)
    if (g_file_test (usual_files[i], G_FILE_TEST_EXISTS))
      return usual_files[i];
  return NONE;
}

static gboolean
is_loc (const char *file)
{
  char magic[sizeof LOC_MAGIC - 1] = { 0 };
  FILE *stream = fopen (file, "re");
  gboolean found;

  if (stream == NULL)
    return FALSE;
  found = fread (magic, sizeof magic, 1, stream) == 1 && memcmp (magic, LOC_MAGIC, sizeof magic) == 0;
  fclose (stream);
  return found;
}

BuoyPlace *
buoy_place_find (const char *file, const char *address, gint64 now)
{
  const char *found = find_file (file);
  BuoyPlace *place;

  if (g_str_equal (found, NONE))
    return NULL;
  place = is_loc (found) ? buoy_place_find_loc (found, address) : buoy_place_find_mmdb (found, address);
  if (place != NULL)
    place->asked = now;
  return place;
}
