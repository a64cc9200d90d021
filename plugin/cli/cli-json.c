/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * See data/verdict.schema.json: the schema's number comes first, then where the message was found.
 */
#include "config.h"

#include "cli-json.h"

#include "notice/buoy-json.h"
#include "notice/buoy-shown.h"

#define SCHEMA_VERSION 1 /* the same as the library's; for objects without a verdict */
#define SCHEMA "schema"

void
cli_json_add_text (JsonBuilder *builder, const char *name, const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  json_builder_set_member_name (builder, name);
  if (valid != NULL)
    json_builder_add_string_value (builder, valid);
  else
    json_builder_add_null_value (builder);
}

void
cli_json_add_number (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static JsonBuilder *
begin (gint64 schema, const char *path, guint index)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_json_add_number (builder, SCHEMA, schema);
  cli_json_add_text (builder, "path", path);
  cli_json_add_number (builder, "index", index);
  return builder;
}

/* The result contains no control characters. (transfer full) */
static char *
finish (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  return buoy_shown_name (text);
}

void
cli_json_print (JsonBuilder *builder)
{
  g_autofree char *line = finish (builder);

  g_print ("%s\n", line);
}

static void
add_member (JsonObject *object, const char *name, JsonNode *value, gpointer builder)
{
  if (g_str_equal (name, SCHEMA))
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_value (builder, json_node_copy (value));
}

char *
cli_json_from_verdict (const BuoyVerdict *verdict, const char *path, guint index, gint64 elapsed_us)
{
  g_autofree char *text = buoy_verdict_to_json (verdict);
  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  JsonObject *object = json_node_get_object (node);
  g_autoptr (JsonBuilder) builder = begin (json_object_get_int_member (object, SCHEMA), path, index);

  json_object_foreach_member (object, add_member, builder);
  if (elapsed_us >= 0)
    cli_json_add_number (builder, "elapsed_us", elapsed_us);
  return finish (builder);
}

char *
cli_json_from_error (const char *path, guint index, const char *why)
{
  g_autoptr (JsonBuilder) builder = begin (SCHEMA_VERSION, path, index);

  cli_json_add_text (builder, "error", why);
  return finish (builder);
}
