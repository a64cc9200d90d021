/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A test compares the table with the schema.
 */
#include "config.h"

#include "host-keys.h"

static const HostKey keys[] = {
  { "enabled", "true", "b", { NULL } },
  { "banner-level", "'caution'", "s", { "caution", "danger", NULL } },
  { "link-action", "'warn'", "s", { "warn", "block", NULL } },
  { "suppressed-checks", "[]", "as", { NULL } },
  { "lookups", "'off'", "s", { "off", "on-request", "automatic", NULL } },
  { "trusted-senders", "[]", "as", { NULL } },
  { "trusted-links", "[]", "a(ss)", { NULL } },
  { "own-domains", "[]", "as", { NULL } },
  { "receiving-servers", "[]", "as", { NULL } },
  { "link-gateways", "[]", "as", { NULL } },
  { "memory", "true", "b", { NULL } },
  { "memory-days", "0", "i", { NULL }, 3650 },
  { "lists", "[]", "as", { NULL } },
  { "list-max-age", "48", "i", { NULL }, 720 },
  { "block-sites", "[]", "as", { NULL } },
  { "allow-sites", "[]", "as", { NULL } },
  { "lookup-gateway", "''", "s", { NULL } },
  { "new-domain-days", "30", "i", { NULL }, 365 },
  { "location-database", "''", "s", { NULL } },
  { "lookup-kinds", "['sender', 'registration', 'reverse-name']", "as", { NULL } },
  { "qr-codes", "true", "b", { NULL } },
  { "organization-report-address", "''", "s", { NULL } },
  { "protected-domains", "[]", "as", { NULL } },
  { "protected-people", "[]", "as", { NULL } },
  { "report-places", "['*']", "as", { NULL } },
};

const HostKey *
host_keys_get (guint *out_n_keys)
{
  *out_n_keys = G_N_ELEMENTS (keys);
  return keys;
}

const HostKey *
host_keys_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_str_equal (keys[i].name, name))
      return &keys[i];
  return NULL;
}

GVariant *
host_key_get_initial (const HostKey *key)
{
  return g_variant_parse (G_VARIANT_TYPE (key->type), key->initial, NULL, NULL, NULL);
}

static gboolean
is_valid (const HostKey *key, GVariant *value)
{
  if (!g_variant_is_of_type (value, G_VARIANT_TYPE (key->type)))
    return FALSE;
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT32))
    return g_variant_get_int32 (value) >= 0 && g_variant_get_int32 (value) <= key->max;
  return key->choices[0] == NULL || g_strv_contains (key->choices, g_variant_get_string (value, NULL));
}

GVariant *
host_key_read (const HostKey *key, JsonNode *node)
{
  g_autoptr (GVariant) value = json_gvariant_deserialize (node, key->type, NULL);

  if (value == NULL)
    return NULL;
  g_variant_ref_sink (value);
  return is_valid (key, value) ? g_steal_pointer (&value) : NULL;
}
