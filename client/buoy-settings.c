/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Opens the settings and migrates older ones. Settings of a newer version, and settings whose version an administrator
 * has locked, are left unchanged.
 */
#include "config.h"

#include "buoy-settings.h"

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>

#include "bellbuoy.h"
#include "buoy-list-watch.h"
#include "events/buoy-events.h"
#include "notice/buoy-text-domain.h"
#include "policy/buoy-policy-backend.h"
#include "policy/buoy-policy-folders.h"

#define ORGANISATION "bellbuoy-organisation"
#define VERSION_KEY "version"

/* A key that changes its type or its values needs a step here; a new key needs none. */
static const BuoySettingsStep steps[] = {
  NULL, /* from 0 (nothing stored yet) to 1 (the first version) */
};

static const char *const reader_keys[] = { "version",
                                           "enabled",
                                           "lookups",
                                           "banner-level",
                                           "link-action",
                                           "suppressed-checks",
                                           "trusted-senders",
                                           "trusted-links",
                                           "own-domains",
                                           "receiving-servers",
                                           "link-gateways",
                                           "memory",
                                           "memory-days",
                                           "organization-report-address",
                                           "lists",
                                           "list-max-age",
                                           "block-sites",
                                           "allow-sites",
                                           "lookup-gateway",
                                           "protected-domains",
                                           "protected-people",
                                           "report-places",
                                           "new-domain-days",
                                           "lookup-kinds",
                                           "qr-codes",
                                           "location-database",
                                           NULL };
static const char *const organisation_keys[]
    = { "support-text", "events", "events-format", "events-fields", "events-file", NULL };

/* (nullable): NULL if the schema is missing, or lacks one of @keys. */
static GSettingsSchema *
find_schema (GSettingsSchemaSource *source, const char *id, const char *const *keys)
{
  g_autoptr (GSettingsSchema) schema = source != NULL ? g_settings_schema_source_lookup (source, id, TRUE) : NULL;

  for (; schema != NULL && *keys != NULL; keys++)
    if (!g_settings_schema_has_key (schema, *keys))
      return NULL;
  return g_steal_pointer (&schema);
}

gboolean
buoy_settings_schemas_fit (GSettingsSchemaSource *source)
{
  g_autoptr (GSettingsSchema) reader = find_schema (source, BUOY_SETTINGS_SCHEMA, reader_keys);
  g_autoptr (GSettingsSchema) organisation = find_schema (source, BUOY_POLICY_SCHEMA, organisation_keys);

  return reader != NULL && organisation != NULL;
}

/* Delayed settings for the same path, applied together. */
static GSettings *
batch_new (GSettings *settings)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettingsBackend) backend = NULL;
  g_autofree char *path = NULL;
  GSettings *batch;

  g_object_get (settings, "settings-schema", &schema, "backend", &backend, "path", &path, NULL);
  batch = g_settings_new_full (schema, backend, path);
  g_settings_delay (batch);
  return batch;
}

void
buoy_settings_migrate (GSettings *settings, const BuoySettingsStep *all_steps, guint n_steps)
{
  const int version = g_settings_get_int (settings, VERSION_KEY);

  if (!g_settings_is_writable (settings, VERSION_KEY))
    return;
  for (guint i = (guint) MAX (version, 0); i < n_steps; i++)
    {
      g_autoptr (GSettings) batch = batch_new (settings);

      if (all_steps[i] != NULL)
        all_steps[i](batch);
      g_settings_set_int (batch, VERSION_KEY, (int) i + 1);
      g_settings_apply (batch);
    }
}

static void
attach_organisation (GSettings *settings, BuoyPolicy *policy)
{
  if (buoy_policy_get_keys (policy) == NULL)
    g_warning ("The schema of policies is missing or older than this program: no policy is in force.");
  else
    g_object_set_data_full (G_OBJECT (settings), ORGANISATION, buoy_policy_organisation_new (policy), g_object_unref);
}

/* @keeps_up: follow changes and migrate, for a client that keeps running */
static GSettings *
open_over (GSettingsSchemaSource *source, GSettingsBackend *backend, const char *root, gboolean keeps_up)
{
  g_autoptr (GSettingsSchema) schema = find_schema (source, BUOY_SETTINGS_SCHEMA, reader_keys);
  g_autoptr (BuoyPolicyKeys) keys = NULL;
  g_autoptr (BuoyPolicy) policy = NULL;
  GSettings *settings;

  if (schema == NULL)
    return NULL;
  buoy_notice_bind_domain ();
  keys = buoy_settings_schemas_fit (source) ? buoy_policy_keys_new (source) : NULL;
  policy = buoy_policy_new (keys, root);
  if (keeps_up)
    buoy_policy_watch (policy);
  settings = buoy_policy_settings_new (policy, schema, backend);
  attach_organisation (settings, policy);
  if (keeps_up)
    {
      buoy_settings_migrate (settings, steps, G_N_ELEMENTS (steps));
      buoy_list_watch_attach (settings);
    }
  return settings;
}

GSettings *
buoy_settings_open_with (GSettingsSchemaSource *source, GSettingsBackend *backend, const char *root)
{
  return open_over (source, backend, root, TRUE);
}

GSettings *
buoy_settings_open (GSettingsSchemaSource *source)
{
  g_autoptr (GSettingsBackend) backend = g_settings_backend_get_default ();

  return buoy_settings_open_with (source, backend, g_getenv (BUOY_POLICY_ROOT_VARIABLE));
}

GSettings *
buoy_settings_peek (GSettingsSchemaSource *source)
{
  g_autoptr (GSettingsBackend) backend = g_settings_backend_get_default ();

  return open_over (source, backend, g_getenv (BUOY_POLICY_ROOT_VARIABLE), FALSE);
}

static void
report_faults (BuoyPolicy *policy, GSettings *settings)
{
  g_auto (GStrv) faults = buoy_policy_list_faults (policy);

  if (*faults != NULL)
    buoy_events_send (buoy_settings_get_organisation (settings), BUOY_EVENT_POLICY_FAULT, NULL, NULL);
}

void
buoy_settings_report_faults (GSettings *settings)
{
  BuoyPolicy *policy = buoy_policy_of_settings (settings);

  g_signal_connect_object (policy, "faults-changed", G_CALLBACK (report_faults), settings, 0);
  report_faults (policy, settings);
}

GSettings *
buoy_settings_get_organisation (GSettings *settings)
{
  return g_object_get_data (G_OBJECT (settings), ORGANISATION);
}

char *
buoy_settings_dup_support_text (GSettings *settings)
{
  GSettings *organisation = buoy_settings_get_organisation (settings);
  g_autofree char *text = organisation != NULL ? g_settings_get_string (organisation, "support-text") : NULL;

  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}
