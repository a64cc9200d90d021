/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "net/rdap/buoy-rdap-bootstrap.h"

#include <string.h>

#include "net/rdap/buoy-rdap-json.h"
#include "registry/buoy-data.h"

struct _BuoyRdapBootstrap
{
  GHashTable *by_suffix; /* of char *: char * (base URL) */
  char *publication;
};

/* The first https URL of a service (RFC 9224 §3: an array of suffixes, then one of base URLs). */
static char *
find_https (JsonArray *urls)
{
  for (guint i = 0; i < json_array_get_length (urls); i++)
    {
      g_autofree char *url = buoy_rdap_json_text_at (urls, i);

      if (url != NULL && g_str_has_prefix (url, "https://") && g_str_has_suffix (url, "/"))
        return g_steal_pointer (&url);
    }
  return NULL;
}

static void
read_service (BuoyRdapBootstrap *bootstrap, JsonArray *service)
{
  JsonArray *suffixes = json_array_get_length (service) == 2 ? buoy_rdap_json_array_at (service, 0) : NULL;
  JsonArray *urls = suffixes == NULL ? NULL : buoy_rdap_json_array_at (service, 1);
  g_autofree char *url = urls == NULL ? NULL : find_https (urls);

  for (guint i = 0; url != NULL && i < json_array_get_length (suffixes); i++)
    {
      g_autofree char *suffix = buoy_rdap_json_text_at (suffixes, i);

      if (suffix != NULL)
        g_hash_table_replace (bootstrap->by_suffix, g_ascii_strdown (suffix, -1), g_strdup (url));
    }
}

static BuoyRdapBootstrap *
read_object (JsonObject *object)
{
  JsonArray *services = buoy_rdap_json_array (object, "services");
  BuoyRdapBootstrap *bootstrap;

  if (services == NULL)
    return NULL;
  bootstrap = g_new0 (BuoyRdapBootstrap, 1);
  bootstrap->by_suffix = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  bootstrap->publication = buoy_rdap_json_text (object, "publication");
  for (guint i = 0; i < json_array_get_length (services); i++)
    {
      JsonArray *service = buoy_rdap_json_array_at (services, i);

      if (service != NULL)
        read_service (bootstrap, service);
    }
  return bootstrap;
}

BuoyRdapBootstrap *
buoy_rdap_bootstrap_new (GBytes *json)
{
  g_autoptr (JsonNode) root = buoy_rdap_json_parse (json);

  return root == NULL ? NULL : read_object (json_node_get_object (root));
}

void
buoy_rdap_bootstrap_free (BuoyRdapBootstrap *bootstrap)
{
  g_hash_table_unref (bootstrap->by_suffix);
  g_free (bootstrap->publication);
  g_free (bootstrap);
}

const BuoyRdapBootstrap *
buoy_rdap_bootstrap_get_default (void)
{
  static gsize made = 0;

  if (g_once_init_enter (&made))
    {
      g_autoptr (GBytes) json = buoy_data_read_bytes ("rdap-dns.json");

      g_once_init_leave (&made, (gsize) buoy_rdap_bootstrap_new (json));
    }
  return (const BuoyRdapBootstrap *) made;
}

const char *
buoy_rdap_bootstrap_find (const BuoyRdapBootstrap *bootstrap, const char *domain)
{
  for (const char *suffix = domain; suffix != NULL;
       suffix = strchr (suffix, '.') == NULL ? NULL : strchr (suffix, '.') + 1)
    {
      const char *url = g_hash_table_lookup (bootstrap->by_suffix, suffix);

      if (url != NULL)
        return url;
    }
  return NULL;
}

const char *
buoy_rdap_bootstrap_get_publication (const BuoyRdapBootstrap *bootstrap)
{
  return bootstrap->publication == NULL ? "" : bootstrap->publication;
}

guint
buoy_rdap_bootstrap_get_n_suffixes (const BuoyRdapBootstrap *bootstrap)
{
  return g_hash_table_size (bootstrap->by_suffix);
}
