/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Built-in data: a missing or broken file is a build error that the tests catch.
 */
#include "config.h"

#include "registry/buoy-data.h"

#include "buoy-data-resources.h"

#define DATA_PREFIX "/org/bellbuoy/"

GBytes *
buoy_data_read_bytes (const char *name)
{
  g_autofree char *path = g_strconcat (DATA_PREFIX, name, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_resource_lookup_data (buoy_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL)
    g_error ("%s: %s", name, error->message);
  return bytes;
}

char *
buoy_data_read_text (const char *name)
{
  g_autoptr (GBytes) bytes = buoy_data_read_bytes (name);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

char **
buoy_data_list (const char *folder)
{
  g_autofree char *path = g_strconcat (DATA_PREFIX, folder, NULL);
  g_autoptr (GError) error = NULL;
  char **names = g_resource_enumerate_children (buoy_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (names == NULL)
    g_error ("%s: %s", folder, error->message);
  return names;
}
