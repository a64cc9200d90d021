/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Entries that people write themselves apply as written, even to shared hosts.
 */
#include "config.h"

#include "lists/buoy-own-sites.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "lists/buoy-site-table.h"

struct _BuoyOwnSites
{
  GArray *keys; /* of BuoySiteKey; NULL once @table is made */
  gsize n_keys;
  GPtrArray *entries; /* of char *, in the order added */
  gsize table;        /* BuoySiteTable *: g_once_init_enter() */
};

BuoyOwnSites *
buoy_own_sites_new (void)
{
  BuoyOwnSites *sites = g_new0 (BuoyOwnSites, 1);

  sites->keys = g_array_new (FALSE, FALSE, sizeof (BuoySiteKey));
  sites->entries = g_ptr_array_new_with_free_func (g_free);
  return sites;
}

void
buoy_own_sites_free (BuoyOwnSites *sites)
{
  g_clear_pointer (&sites->keys, g_array_unref);
  g_ptr_array_unref (sites->entries);
  if (sites->table != 0)
    buoy_site_table_unref ((BuoySiteTable *) sites->table);
  g_free (sites);
}

static gboolean
is_somebodys (const char *host)
{
  return buoy_host_is_ip (host) || buoy_host_registrable_domain (host) != NULL || buoy_host_is_private_suffix (host);
}

static BuoySite *
parse (const char *entry)
{
  if (g_str_has_prefix (entry, "*."))
    return buoy_site_parse (entry, BUOY_SITE_FORMAT_DOMAINS);
  return buoy_site_parse (entry, BUOY_SITE_FORMAT_URLS);
}

static void
add_key (BuoyOwnSites *sites, const BuoySite *site)
{
  const BuoySiteKey key = buoy_site_get_key (site);

  g_array_append_val (sites->keys, key);
  sites->n_keys++;
}

gboolean
buoy_own_sites_add (BuoyOwnSites *sites, const char *entry)
{
  g_autofree char *bare = g_strstrip (g_strdup (entry));
  g_autoptr (BuoySite) site = parse (bare);

  if (site == NULL || !is_somebodys (site->host))
    return FALSE;
  add_key (sites, site);
  g_ptr_array_add (sites->entries, g_strdup (bare));
  if (site->kind == BUOY_SITE_PAGE && strchr (bare, '?') == NULL)
    {
      g_autofree char *folder = g_strconcat (bare, "/", NULL); /* covers the pages below it, too */
      g_autoptr (BuoySite) below = parse (folder);

      if (below != NULL)
        add_key (sites, below);
    }
  return TRUE;
}

gboolean
buoy_own_sites_hold (BuoyOwnSites *sites, const BuoySiteKey *keys, guint n_keys)
{
  if (g_once_init_enter (&sites->table))
    {
      BuoySiteTable *table = buoy_site_table_new (g_steal_pointer (&sites->keys));

      g_once_init_leave (&sites->table, (gsize) table);
    }
  return buoy_site_table_holds ((const BuoySiteTable *) sites->table, keys, n_keys);
}

gboolean
buoy_own_sites_are_empty (const BuoyOwnSites *sites)
{
  return sites->n_keys == 0;
}

const GPtrArray *
buoy_own_sites_get_entries (const BuoyOwnSites *sites)
{
  return sites->entries;
}
