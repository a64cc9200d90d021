/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Opened once: without the schema all settings have their defaults.
 */
#include "config.h"

#include "e-buoy-settings.h"

#include "buoy-isolation.h"
#include "buoy-last-use.h"
#include "buoy-settings-context.h"
#include "buoy-settings.h"

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

  if (settings == NULL)
    {
      g_warning ("The schema of Bellbuoy's settings is not installed, or is an older one: the defaults are used.");
      return NULL;
    }
  g_signal_connect (settings, "changed", G_CALLBACK (on_changed), NULL);
  buoy_settings_report_faults (settings);
  buoy_isolation_report (settings, BUOY_LAST_USE_EVOLUTION);
  if (buoy_settings_get_organisation (settings) != NULL)
    g_signal_connect (buoy_settings_get_organisation (settings), "changed", G_CALLBACK (on_changed), NULL);
  return settings;
}

GSettings *
e_buoy_settings_get (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, open_settings, NULL);
}

void
e_buoy_settings_judge_again (void)
{
  GSettings *settings = e_buoy_settings_get ();

  if (settings != NULL)
    g_signal_emit_by_name (settings, "changed", "memory");
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

char **
e_buoy_settings_dup_report_places (void)
{
  static const char *const all[] = { "*", NULL };
  GSettings *settings = e_buoy_settings_get ();

  return settings != NULL ? g_settings_get_strv (settings, "report-places") : g_strdupv ((char **) all);
}

char *
e_buoy_settings_dup_support_text (void)
{
  GSettings *settings = e_buoy_settings_get ();

  return settings != NULL ? buoy_settings_dup_support_text (settings) : NULL;
}

static GVariant *
get_value (gpointer settings, const char *key)
{
  return g_settings_get_value (settings, key);
}

void
e_buoy_settings_fill_context (BuoyContext *context)
{
  GSettings *settings = e_buoy_settings_get ();

  if (settings == NULL)
    return;
  buoy_settings_fill_context (get_value, settings, context);
  if (buoy_settings_get_organisation (settings) != NULL)
    buoy_settings_fill_organisation (get_value, buoy_settings_get_organisation (settings), context);
}
