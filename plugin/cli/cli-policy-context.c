/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Applies policy and settings to the analysis, as the mail clients do.
 */
#include "config.h"

#include "cli.h"

#include <glib/gi18n.h>

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>

#include "buoy-settings-context.h"
#include "buoy-settings.h"
#include "cli-policy.h"
#include "policy/buoy-policy-folders.h"

struct _CliPolicy
{
  BuoyPolicy *policy;  /* NULL if the schemas are missing */
  GSettings *settings; /* the policy over the reader's settings; NULL if these are not used */
};

typedef struct
{
  const CliPolicy *policy;
  const char *const *replaced;
} Source;

static GVariant *
get_from_policy (BuoyPolicy *policy, const char *name)
{
  g_autoptr (BuoyPolicySet) set = buoy_policy_get_set (policy);
  g_autoptr (GSettingsSchemaKey) key = buoy_policy_keys_find (buoy_policy_get_keys (policy), name);
  GVariant *value = buoy_policy_set_apply (set, name, NULL);

  return value != NULL ? value : g_settings_schema_key_get_default_value (key);
}

static gboolean
has_key (GSettings *settings, const char *name)
{
  g_autoptr (GSettingsSchema) schema = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  return g_settings_schema_has_key (schema, name);
}

/* The value of a setting; an empty list if an option replaces it. */
static GVariant *
get_value (gpointer data, const char *name)
{
  const Source *source = data;
  GSettings *settings = source->policy->settings;
  g_autoptr (GVariant) value = settings != NULL && has_key (settings, name)
                                   ? g_settings_get_value (settings, name)
                                   : get_from_policy (source->policy->policy, name);

  if (!g_strv_contains (source->replaced, name) || !g_variant_is_of_type (value, G_VARIANT_TYPE_ARRAY))
    return g_steal_pointer (&value);
  return g_variant_ref_sink (g_variant_new_array (g_variant_type_element (g_variant_get_type (value)), NULL, 0));
}

/* The settings as they are now; not watched, not migrated. (nullable) */
static GSettings *
open_settings (BuoyPolicy *policy)
{
  g_autoptr (GSettingsBackend) backend = g_settings_backend_get_default ();
  g_autoptr (GSettingsSchema) schema
      = g_settings_schema_source_lookup (g_settings_schema_source_get_default (), BUOY_SETTINGS_SCHEMA, TRUE);

  return schema != NULL ? buoy_policy_settings_new (policy, schema, backend) : NULL;
}

/* Returns FALSE if a file could not be read completely. */
static gboolean
report_faults (BuoyPolicy *policy)
{
  g_auto (GStrv) faults = buoy_policy_list_faults (policy);
  const GPtrArray *files = buoy_policy_get_files (policy);

  for (char **fault = faults; *fault != NULL; fault++)
    cli_complain ("policy", *fault);
  for (guint i = 0; i < files->len; i++)
    if (((const BuoyPolicyFile *) files->pdata[i])->is_broken)
      return FALSE;
  return TRUE;
}

/* NULL if a schema is missing, as in a build tree, or older than this program. */
static BuoyPolicyKeys *
find_keys (GSettingsSchemaSource *source)
{
  g_autoptr (BuoyPolicyKeys) keys = buoy_policy_keys_new (source);

  if (keys == NULL || buoy_settings_schemas_fit (source))
    return g_steal_pointer (&keys);
  cli_complain ("policy", _ ("The settings schemas are missing or older than this program: settings and policy have no "
                             "effect"));
  return NULL;
}

void
cli_policy_free (CliPolicy *policy)
{
  g_clear_object (&policy->settings);
  g_clear_object (&policy->policy);
  g_free (policy);
}

CliPolicy *
cli_policy_open (const char *file, gboolean with_settings)
{
  g_autoptr (BuoyPolicyKeys) keys = find_keys (g_settings_schema_source_get_default ());
  g_autoptr (CliPolicy) self = g_new0 (CliPolicy, 1);
  gboolean is_whole;

  if (keys == NULL && file == NULL)
    return g_steal_pointer (&self);
  if (keys == NULL)
    {
      cli_complain ("--policy", _ ("the settings schemas are not installed"));
      return NULL;
    }
  self->policy = file != NULL ? buoy_policy_new_for_file (keys, file)
                              : buoy_policy_new (keys, g_getenv (BUOY_POLICY_ROOT_VARIABLE));
  is_whole = report_faults (self->policy);
  if (file != NULL && !is_whole)
    return NULL;
  self->settings = file == NULL && with_settings ? open_settings (self->policy) : NULL;
  return g_steal_pointer (&self);
}

/* Whether the policy locks @key, or dconf if the settings are used. */
static gboolean
is_locked (const CliPolicy *self, const char *key)
{
  g_autoptr (BuoyPolicySet) set = self->policy != NULL ? buoy_policy_get_set (self->policy) : NULL;

  return (set != NULL && buoy_policy_set_is_locked (set, key))
         || (self->settings != NULL && !g_settings_is_writable (self->settings, key));
}

char *
cli_policy_choose_text (const CliPolicy *self, const char *key, const char *chosen)
{
  static const char *const none[] = { NULL };
  const Source source = { self, none };
  g_autoptr (GVariant) value = NULL;

  if (self->policy == NULL || (chosen != NULL && !is_locked (self, key)))
    return g_strdup (chosen);
  value = get_value ((gpointer) &source, key);
  return g_variant_dup_string (value, NULL);
}

gboolean
cli_policy_allows_lookups (const CliPolicy *self)
{
  g_autofree char *lookups = cli_policy_choose_text (self, "lookups", NULL);

  return !is_locked (self, "lookups") || g_strcmp0 (lookups, "off") != 0;
}

/* The value in force for @key; NULL without settings. (transfer full) (nullable) */
static GVariant *
get_in_force (const CliPolicy *self, const char *key)
{
  static const char *const none[] = { NULL };
  Source source = { self, none };

  return self->policy != NULL ? get_value (&source, key) : NULL;
}

gboolean
cli_policy_allows_memory (const CliPolicy *self)
{
  g_autoptr (GVariant) memory = is_locked (self, "memory") ? get_in_force (self, "memory") : NULL;

  return memory == NULL || g_variant_get_boolean (memory);
}

int
cli_policy_get_number (const CliPolicy *self, const char *key)
{
  g_autoptr (GVariant) number = get_in_force (self, key);

  return number != NULL ? g_variant_get_int32 (number) : 0;
}

gboolean
cli_policy_allows_lookup_kind (const CliPolicy *self, const char *kind)
{
  static const char *const none[] = { NULL };
  const Source source = { self, none };
  g_autoptr (GVariant) kinds = is_locked (self, "lookup-kinds") ? get_value ((gpointer) &source, "lookup-kinds") : NULL;
  g_autofree const char **allowed = kinds != NULL ? g_variant_get_strv (kinds, NULL) : NULL;

  return allowed == NULL || g_strv_contains (allowed, kind);
}

void
cli_policy_fill (const CliPolicy *self, const char *const *replaced, BuoyContext *context)
{
  Source source = { self, replaced };

  if (self->policy == NULL)
    return;
  buoy_settings_fill_context (get_value, &source, context);
  buoy_settings_fill_organisation (get_value, &source, context);
}
