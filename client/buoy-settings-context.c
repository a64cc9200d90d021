/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Lists may come from an administrator or an older version: the library ignores invalid domains.
 */
#include "config.h"

#include "buoy-settings-context.h"

#include "buoy-context-settings.h"

#define MAX_ENTRIES 2000 /* per list: each entry is compared with every link of a message */

typedef void (*AddFunc) (BuoyContext *context, const char *entry);

/* Entries that are not a server are ignored. */
static void
add_receiving_server (BuoyContext *context, const char *entry)
{
  buoy_context_add_trusted_host (context, entry);
}

/* Entries that are not a list or a site are ignored. */
static void
add_block_list (BuoyContext *context, const char *entry)
{
  g_autoptr (BuoyBlockList) list = buoy_block_list_new (entry, NULL);

  if (list != NULL)
    buoy_context_add_block_list (context, list);
}

static void
add_blocked_site (BuoyContext *context, const char *entry)
{
  buoy_context_block_site (context, entry);
}

static void
add_allowed_site (BuoyContext *context, const char *entry)
{
  buoy_context_allow_site (context, entry);
}

static const struct
{
  const char *key;
  AddFunc add;
} lists[] = {
  { "suppressed-checks", buoy_context_suppress_check },
  { "trusted-senders", buoy_context_trust_sender },
  { "own-domains", buoy_context_add_own_domain },
  { "receiving-servers", add_receiving_server },
  { "link-gateways", buoy_context_add_gateway },
  { "lists", add_block_list },
  { "block-sites", add_blocked_site },
  { "allow-sites", add_allowed_site },
  { "protected-domains", buoy_context_protect_domain },
  { "protected-people", buoy_context_protect_person },
};

static void
add_entries (GVariant *entries, AddFunc add, BuoyContext *context)
{
  for (gsize i = 0; i < MIN (g_variant_n_children (entries), MAX_ENTRIES); i++)
    {
      const char *entry;

      g_variant_get_child (entries, i, "&s", &entry);
      add (context, entry);
    }
}

static void
add_trusted_links (GVariant *pairs, BuoyContext *context)
{
  for (gsize i = 0; i < MIN (g_variant_n_children (pairs), MAX_ENTRIES); i++)
    {
      const char *sender, *site;

      g_variant_get_child (pairs, i, "(&s&s)", &sender, &site);
      buoy_context_trust_link (context, sender, site);
    }
}

void
buoy_settings_fill_context (BuoySettingFunc get, gpointer source, BuoyContext *context)
{
  g_autoptr (GVariant) pairs = get (source, "trusted-links");
  g_autoptr (GVariant) max_age = get (source, "list-max-age");
  g_autoptr (GVariant) gateway = get (source, "lookup-gateway");
  g_autoptr (GVariant) days = get (source, "new-domain-days");
  g_autoptr (GVariant) table = get (source, "location-database");
  g_autoptr (GVariant) kinds = get (source, "lookup-kinds");
  g_autoptr (GVariant) codes = get (source, "qr-codes");
  g_autofree const char **asked = g_variant_get_strv (kinds, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GVariant) entries = get (source, lists[i].key);

      add_entries (entries, lists[i].add, context);
    }
  add_trusted_links (pairs, context);
  buoy_context_set_list_max_age (context, (guint) MAX (1, g_variant_get_int32 (max_age)));
  buoy_context_set_lookup_gateway (context, g_variant_get_string (gateway, NULL));
  buoy_context_set_new_domain_days (context, (guint) MAX (0, g_variant_get_int32 (days)));
  buoy_context_set_location_database (context, g_variant_get_string (table, NULL));
  buoy_context_set_lookup_kinds (context, asked);
  buoy_context_set_qr_codes (context, g_variant_get_boolean (codes));
}

void
buoy_settings_fill_organisation (BuoySettingFunc get, gpointer source, BuoyContext *context)
{
  g_autoptr (GVariant) text = get (source, "support-text");

  buoy_context_set_support_text (context, g_variant_get_string (text, NULL));
}
