/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Lists may come from an administrator or an older version: what is no domain, the library passes over.
 */
#include "config.h"

#include "e-buoy-settings.h"

#include "buoy-settings.h"

#define MAX_ENTRIES 2000 /* of one list that are read: each is compared with every link of a message */

static guint serial = 1;

static void
on_changed (void)
{
  serial++;
}

static gpointer
open_settings (gpointer unused)
{
  GSettings *settings = buoy_settings_open (g_settings_schema_source_get_default ());

  if (settings != NULL)
    g_signal_connect (settings, "changed", G_CALLBACK (on_changed), NULL);
  else
    g_warning ("The schema of Bellbuoy's settings is not installed, or is an older one: the defaults are used.");
  return settings;
}

GSettings *
e_buoy_settings_get (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, open_settings, NULL);
}

guint
e_buoy_settings_get_serial (void)
{
  return serial;
}

gboolean
e_buoy_settings_is_enabled (void)
{
  GSettings *settings = e_buoy_settings_get ();

  return settings == NULL || g_settings_get_boolean (settings, "enabled");
}

BuoyLevel
e_buoy_settings_get_level (void)
{
  GSettings *settings = e_buoy_settings_get ();

  return settings != NULL ? (BuoyLevel) g_settings_get_enum (settings, "banner-level") : BUOY_LEVEL_CAUTION;
}

gboolean
e_buoy_settings_blocks_links (void)
{
  GSettings *settings = e_buoy_settings_get ();

  return settings != NULL && g_settings_get_enum (settings, "link-action") != 0;
}

EBuoyLookups
e_buoy_settings_get_lookups (void)
{
  GSettings *settings = e_buoy_settings_get ();

  return settings != NULL ? (EBuoyLookups) g_settings_get_enum (settings, "lookups") : E_BUOY_LOOKUPS_OFF;
}

char *
e_buoy_settings_dup_report_address (void)
{
  GSettings *settings = e_buoy_settings_get ();

  return settings != NULL ? g_settings_get_string (settings, "organization-report-address") : NULL;
}

static void
for_each (GSettings *settings, const char *key, BuoyContext *context, void (*add) (BuoyContext *, const char *))
{
  g_auto (GStrv) values = g_settings_get_strv (settings, key);

  for (guint i = 0; values[i] != NULL && i < MAX_ENTRIES; i++)
    add (context, values[i]);
}

static void
add_trusted_links (GSettings *settings, BuoyContext *context)
{
  g_autoptr (GVariant) pairs = g_settings_get_value (settings, "trusted-links");

  for (gsize i = 0; i < MIN (g_variant_n_children (pairs), MAX_ENTRIES); i++)
    {
      const char *sender, *site;

      g_variant_get_child (pairs, i, "(&s&s)", &sender, &site);
      buoy_context_trust_link (context, sender, site);
    }
}

void
e_buoy_settings_fill_context (BuoyContext *context)
{
  GSettings *settings = e_buoy_settings_get ();

  if (settings == NULL)
    return;
  for_each (settings, "suppressed-checks", context, buoy_context_suppress_check);
  for_each (settings, "trusted-senders", context, buoy_context_trust_sender);
  for_each (settings, "own-domains", context, buoy_context_add_own_domain);
  for_each (settings, "receiving-servers", context, buoy_context_add_trusted_host);
  for_each (settings, "link-gateways", context, buoy_context_add_gateway_text);
  add_trusted_links (settings, context);
}
