/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "policy/buoy-policy-schema.h"

#include <json-glib/json-glib.h>

#define DRAFT "https://json-schema.org/draft/2020-12/schema"

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
begin (JsonBuilder *builder, const char *name, const char *type)
{
  if (name != NULL)
    json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  add_text (builder, "type", type);
}

static void
add_variant (JsonBuilder *builder, const char *name, GVariant *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_value (builder, json_gvariant_serialize (value));
}

/* Adds the type of a list of @n strings, or of any number if @n is 0. */
static void
add_texts (JsonBuilder *builder, gsize n)
{
  begin (builder, "items", "string");
  json_builder_end_object (builder);
  if (n == 0)
    return;
  json_builder_set_member_name (builder, "minItems");
  json_builder_add_int_value (builder, (gint64) n);
  json_builder_set_member_name (builder, "maxItems");
  json_builder_add_int_value (builder, (gint64) n);
}

/* Adds the type of a list of strings, or of lists of strings for tuples. */
static void
add_list (JsonBuilder *builder, const GVariantType *type)
{
  const GVariantType *element = g_variant_type_element (type);

  if (!g_variant_type_is_tuple (element))
    {
      add_texts (builder, 0);
      return;
    }
  begin (builder, "items", "array");
  add_texts (builder, g_variant_type_n_items (element));
  json_builder_end_object (builder);
}

static void
add_range (JsonBuilder *builder, GSettingsSchemaKey *key)
{
  g_autoptr (GVariant) range = g_settings_schema_key_get_range (key);
  g_autoptr (GVariant) detail = NULL;
  const char *kind;

  g_variant_get (range, "(&sv)", &kind, &detail);
  if (g_str_equal (kind, "enum"))
    add_variant (builder, "enum", detail);
  else if (g_str_equal (kind, "range"))
    {
      g_autoptr (GVariant) least = g_variant_get_child_value (detail, 0);
      g_autoptr (GVariant) most = g_variant_get_child_value (detail, 1);

      add_variant (builder, "minimum", least);
      add_variant (builder, "maximum", most);
    }
}

static const char *
name_of_type (const GVariantType *type)
{
  if (g_variant_type_is_array (type))
    return "array";
  if (g_variant_type_equal (type, G_VARIANT_TYPE_BOOLEAN))
    return "boolean";
  return g_variant_type_equal (type, G_VARIANT_TYPE_INT32) ? "integer" : "string";
}

static void
add_value (JsonBuilder *builder, const char *name, GSettingsSchemaKey *key)
{
  const GVariantType *type = g_settings_schema_key_get_value_type (key);

  begin (builder, name, name_of_type (type));
  if (g_variant_type_is_array (type))
    add_list (builder, type);
  add_range (builder, key);
  json_builder_end_object (builder);
}

static void
add_flag (JsonBuilder *builder, const char *name)
{
  begin (builder, name, "boolean");
  json_builder_end_object (builder);
}

/* Adds the object that contains a value and its flags. */
static void
add_object (JsonBuilder *builder, GSettingsSchemaKey *key)
{
  begin (builder, NULL, "object");
  json_builder_set_member_name (builder, "properties");
  json_builder_begin_object (builder);
  add_value (builder, "value", key);
  add_flag (builder, "locked");
  if (g_variant_type_is_array (g_settings_schema_key_get_value_type (key)))
    add_flag (builder, "merge");
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "required");
  json_builder_begin_array (builder);
  json_builder_add_string_value (builder, "value");
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "additionalProperties");
  json_builder_add_boolean_value (builder, FALSE);
  json_builder_end_object (builder);
}

/* Adds summary and description if there are any: they are in the schema's source, which may not be installed. */
static void
add_words (JsonBuilder *builder, GSettingsSchemaKey *key)
{
  const char *summary = g_settings_schema_key_get_summary (key);
  const char *description = g_settings_schema_key_get_description (key);

  if (summary != NULL)
    add_text (builder, "title", summary);
  if (description != NULL)
    add_text (builder, "description", description);
}

static void
add_key (JsonBuilder *builder, GSettingsSchemaKey *key)
{
  g_autoptr (GVariant) initial = g_settings_schema_key_get_default_value (key);

  json_builder_set_member_name (builder, g_settings_schema_key_get_name (key));
  json_builder_begin_object (builder);
  add_words (builder, key);
  add_variant (builder, "default", initial);
  json_builder_set_member_name (builder, "oneOf");
  json_builder_begin_array (builder);
  add_value (builder, NULL, key);
  add_object (builder, key);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static char *
print (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  return json_to_string (root, TRUE);
}

char *
buoy_policy_schema_to_json (BuoyPolicyKeys *keys)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_text (builder, "$schema", DRAFT);
  add_text (builder, "title", "Bellbuoy policy");
  add_text (builder, "type", "object");
  json_builder_set_member_name (builder, "properties");
  json_builder_begin_object (builder);
  begin (builder, "expires", "string");
  add_text (builder, "format", "date-time");
  json_builder_end_object (builder);
  for (const char *const *name = buoy_policy_keys_list (keys); *name != NULL; name++)
    {
      g_autoptr (GSettingsSchemaKey) key = buoy_policy_keys_find (keys, *name);

      add_key (builder, key);
    }
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "patternProperties");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "^\\$");
  json_builder_add_boolean_value (builder, TRUE);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "additionalProperties");
  json_builder_add_boolean_value (builder, FALSE);
  json_builder_end_object (builder);
  return print (builder);
}

char *
buoy_policy_example_to_json (BuoyPolicyKeys *keys)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_text (builder, "$comment", "bellbuoy-policy(5); each key with its default: leave out what you do not decide");
  for (const char *const *name = buoy_policy_keys_list (keys); *name != NULL; name++)
    {
      g_autoptr (GSettingsSchemaKey) key = buoy_policy_keys_find (keys, *name);
      g_autoptr (GVariant) initial = g_settings_schema_key_get_default_value (key);

      json_builder_set_member_name (builder, *name);
      json_builder_begin_object (builder);
      add_variant (builder, "value", initial);
      json_builder_set_member_name (builder, "locked");
      json_builder_add_boolean_value (builder, FALSE);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
  return print (builder);
}
