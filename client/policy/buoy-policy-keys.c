/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The schemas define types, ranges and choices; a table adds the few rules that they cannot express.
 */
#include "config.h"

#include "policy/buoy-policy-keys.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "policy/buoy-policy-distance.h"

#define VERSION_KEY "version"      /* the format version of the settings, which is not a setting */
#define MAX_SUPPORT_CHARACTERS 200 /* shown below a warning that has five lines itself */

struct _BuoyPolicyKeys
{
  gatomicrefcount n_refs;
  GSettingsSchema *schemas[2];
  char **names;
};

static const char *const schema_ids[] = { BUOY_SETTINGS_SCHEMA, BUOY_POLICY_SCHEMA };

static char **
list_names (BuoyPolicyKeys *keys)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys->schemas); i++)
    {
      g_auto (GStrv) found = g_settings_schema_list_keys (keys->schemas[i]);

      qsort (found, g_strv_length (found), sizeof *found, buoy_policy_compare_names);
      for (char **name = found; *name != NULL; name++)
        if (!g_str_equal (*name, VERSION_KEY))
          g_strv_builder_add (names, *name);
    }
  return g_strv_builder_end (names);
}

BuoyPolicyKeys *
buoy_policy_keys_new (GSettingsSchemaSource *source)
{
  g_autoptr (BuoyPolicyKeys) keys = g_new0 (BuoyPolicyKeys, 1);

  g_atomic_ref_count_init (&keys->n_refs);
  for (guint i = 0; i < G_N_ELEMENTS (keys->schemas); i++)
    {
      keys->schemas[i] = source != NULL ? g_settings_schema_source_lookup (source, schema_ids[i], TRUE) : NULL;
      if (keys->schemas[i] == NULL)
        return NULL;
    }
  keys->names = list_names (keys);
  return g_steal_pointer (&keys);
}

BuoyPolicyKeys *
buoy_policy_keys_ref (BuoyPolicyKeys *keys)
{
  g_atomic_ref_count_inc (&keys->n_refs);
  return keys;
}

void
buoy_policy_keys_unref (BuoyPolicyKeys *keys)
{
  if (!g_atomic_ref_count_dec (&keys->n_refs))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (keys->schemas); i++)
    g_clear_pointer (&keys->schemas[i], g_settings_schema_unref);
  g_strfreev (keys->names);
  g_free (keys);
}

const char *const *
buoy_policy_keys_list (BuoyPolicyKeys *keys)
{
  return (const char *const *) keys->names;
}

static GSettingsSchema *
find_schema (BuoyPolicyKeys *keys, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys->schemas); i++)
    if (g_settings_schema_has_key (keys->schemas[i], name))
      return keys->schemas[i];
  return NULL;
}

GSettingsSchemaKey *
buoy_policy_keys_find (BuoyPolicyKeys *keys, const char *name)
{
  if (!g_strv_contains ((const char *const *) keys->names, name))
    return NULL;
  return g_settings_schema_get_key (find_schema (keys, name), name);
}

GSettingsSchema *
buoy_policy_keys_get_schema (BuoyPolicyKeys *keys, const char *id)
{
  return keys->schemas[g_str_equal (id, BUOY_SETTINGS_SCHEMA) ? 0 : 1];
}

gboolean
buoy_policy_keys_is_organisations (BuoyPolicyKeys *keys, const char *name)
{
  return g_settings_schema_has_key (keys->schemas[1], name);
}

const char *
buoy_policy_keys_guess (BuoyPolicyKeys *keys, const char *name)
{
  return buoy_policy_find_near ((const char *const *) keys->names, name);
}

static char *
describe_range (GVariant *bounds)
{
  g_autoptr (GVariant) least = g_variant_get_child_value (bounds, 0);
  g_autoptr (GVariant) most = g_variant_get_child_value (bounds, 1);
  g_autofree char *from = g_variant_print (least, FALSE);
  g_autofree char *to = g_variant_print (most, FALSE);

  /* Translators: what a value must be; two numbers. */
  return g_strdup_printf (_ ("an integer from %s to %s"), from, to);
}

static char *
describe_choices (GVariant *choices)
{
  g_autofree const char **nicks = g_variant_get_strv (choices, NULL);
  g_autofree char *joined = g_strjoinv (", ", (char **) nicks);

  /* Translators: what a value must be; %s are words of which it is one, as “warn, block”. */
  return g_strdup_printf (_ ("one of: %s"), joined);
}

static const struct
{
  const char *type;
  const char *words;
} types[] = {
  { "b", N_ ("true or false") },
  { "i", N_ ("an integer") },
  { "s", N_ ("a string") },
  { "as", N_ ("an array of strings") },
  { "a(ss)", N_ ("an array of pairs of strings") },
};

char *
buoy_policy_key_describe (GSettingsSchemaKey *key)
{
  const GVariantType *type = g_settings_schema_key_get_value_type (key);
  g_autoptr (GVariant) range = g_settings_schema_key_get_range (key);
  g_autoptr (GVariant) detail = NULL;
  const char *kind;

  g_variant_get (range, "(&sv)", &kind, &detail);
  if (g_str_equal (kind, "range"))
    return describe_range (detail);
  if (g_str_equal (kind, "enum"))
    return describe_choices (detail);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_variant_type_equal (type, G_VARIANT_TYPE (types[i].type)))
      return g_strdup (_ (types[i].words));
  return g_variant_type_dup_string (type);
}

static const char *
refuse_support_text (const char *text)
{
  if (g_utf8_strlen (text, -1) > MAX_SUPPORT_CHARACTERS)
    return _ ("must be at most 200 characters");
  return strpbrk (text, "\n\r\t") != NULL ? _ ("must be a single line") : NULL;
}

static const char *
refuse_url (const char *text)
{
  return *text == '\0' || (g_str_has_prefix (text, "https://") && g_uri_is_valid (text, G_URI_FLAGS_NONE, NULL))
             ? NULL
             : _ ("must be a URL that starts with https://");
}

static const char *
refuse_path (const char *text)
{
  return *text == '\0' || g_path_is_absolute (text) ? NULL : _ ("must be an absolute path");
}

/* Rules beyond the type. */
static const struct
{
  const char *key;
  const char *(*refuse) (const char *text);
} rules[] = {
  { "support-text", refuse_support_text },
  { "lookup-gateway", refuse_url },
  { "events-file", refuse_path },
};

char *
buoy_policy_key_refuse (GSettingsSchemaKey *key, GVariant *value)
{
  g_autofree char *wanted = NULL;

  if (g_settings_schema_key_range_check (key, value))
    {
      for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
        if (g_str_equal (rules[i].key, g_settings_schema_key_get_name (key)))
          return g_strdup (rules[i].refuse (g_variant_get_string (value, NULL)));
      return NULL;
    }
  wanted = buoy_policy_key_describe (key);
  /* Translators: %s tells what a value must be, as “true or false” or “one of: warn, block”. */
  return g_strdup_printf (_ ("must be %s"), wanted);
}
