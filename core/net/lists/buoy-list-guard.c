/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "net/lists/buoy-list-guard.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "registry/buoy-brands.h"
#include "registry/buoy-data.h"
#include "registry/buoy-open-host.h"

#define MOST_LINKED "most-linked.txt"

/* Adds all keys under which a list could contain @site. */
static void
add_keys (GHashTable *keys, const char *site)
{
  g_autoptr (BuoyUrl) url = buoy_site_read_url (site);
  BuoySiteKey found[BUOY_SITE_MAX_KEYS];
  const guint n = buoy_site_find_keys (url, found);

  for (guint i = 0; i < n; i++)
    g_hash_table_add (keys, g_memdup2 (&found[i], sizeof found[i]));
}

static gpointer
read_most_linked (gpointer unused)
{
  GHashTable *keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GBytes) bytes = buoy_data_read_bytes (MOST_LINKED);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) sites = g_strsplit (text, "\n", -1);

  for (guint i = 0; sites[i] != NULL; i++)
    {
      g_autofree char *with_www = g_strconcat ("www.", sites[i], NULL);

      if (*sites[i] == '\0' || *sites[i] == '#')
        continue;
      add_keys (keys, sites[i]);
      add_keys (keys, with_www);
    }
  return keys;
}

static gboolean
is_most_linked (const BuoySite *site)
{
  static GOnce once = G_ONCE_INIT;
  const BuoySiteKey key = buoy_site_get_key (site);

  return g_hash_table_contains (g_once (&once, read_most_linked, NULL), &key);
}

/* TRUE for "bit.ly" and "www.bit.ly", but not for "tenant.open-host.example", which is one customer's. */
static gboolean
is_shared_by_all (const char *host)
{
  const char *bare = g_str_has_prefix (host, "www.") ? host + strlen ("www.") : host;
  const char *dot = strchr (bare, '.');

  return buoy_open_host_classify (bare) != BUOY_OPEN_HOST_NONE
         && (dot == NULL || buoy_open_host_classify (dot + 1) == BUOY_OPEN_HOST_NONE);
}

static gboolean
is_well_known (const char *host)
{
  return buoy_open_host_classify (host) == BUOY_OPEN_HOST_NONE
         && buoy_brands_find_by_host (buoy_brands_get_default (), host) != NULL;
}

static gboolean
is_on_internet (const char *host)
{
  return buoy_host_is_ip (host) ? buoy_host_is_public_ip (host) : buoy_host_registrable_domain (host) != NULL;
}

BuoySiteChoice
buoy_list_guard_choose (const BuoySite *site)
{
  if (is_most_linked (site))
    return BUOY_SITE_REFUSE;
  if (!is_on_internet (site->host))
    return BUOY_SITE_LEAVE_OUT;
  if (site->kind != BUOY_SITE_PAGE && (is_shared_by_all (site->host) || is_well_known (site->host)))
    return BUOY_SITE_LEAVE_OUT;
  return BUOY_SITE_TAKE;
}
