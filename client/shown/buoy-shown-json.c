/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Parses leniently: links or documents that cannot be parsed are counted as left out, not silently dropped.
 */
#include "config.h"

#include "shown/buoy-shown-json.h"

#include <string.h>

#include "base/text/buoy-json-shape.h"

#define UNREADABLE 1000000 /* number of links assumed in an unreadable document: more than the bytes have */

static JsonArray *
get_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonNode *
get_value (JsonObject *object, const char *name, GType type)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type ? node : NULL;
}

/* The string at @index of @array; NULL if it is something else. */
static const char *
get_string (JsonArray *array, guint index)
{
  JsonNode *node = index < json_array_get_length (array) ? json_array_get_element (array, index) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static gboolean
get_boolean (JsonArray *array, guint index)
{
  JsonNode *node = index < json_array_get_length (array) ? json_array_get_element (array, index) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN
         && json_node_get_boolean (node);
}

/* An entry is [href, text, base or null, whether it is visible]; forms lack the last. */
static void
add_entry (BuoyShown *shown, JsonNode *node, gboolean is_form)
{
  JsonArray *entry = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  const char *href = entry != NULL ? get_string (entry, 0) : NULL;
  const char *text = entry != NULL ? get_string (entry, 1) : NULL;

  if (href == NULL || text == NULL)
    buoy_shown_add_left_out (shown, 1);
  else if (is_form)
    buoy_shown_add_form (shown, href, text, get_string (entry, 2));
  else
    buoy_shown_add_link (shown, href, text, get_string (entry, 2), get_boolean (entry, 3));
}

static void
add_entries (BuoyShown *shown, JsonArray *entries, gboolean is_form)
{
  for (guint i = 0; entries != NULL && i < json_array_get_length (entries); i++)
    add_entry (shown, json_array_get_element (entries, i), is_form);
}

void
buoy_shown_json_add (BuoyShown *shown, JsonObject *document)
{
  JsonNode *has_password_field = get_value (document, "hasPasswordField", G_TYPE_BOOLEAN);
  JsonNode *left_out = get_value (document, "leftOut", G_TYPE_INT64);
  JsonNode *text = get_value (document, "text", G_TYPE_STRING);

  add_entries (shown, get_array (document, "links"), FALSE);
  add_entries (shown, get_array (document, "forms"), TRUE);
  if (has_password_field != NULL && json_node_get_boolean (has_password_field))
    buoy_shown_set_has_password_field (shown);
  if (left_out != NULL)
    buoy_shown_add_left_out (shown, (guint) CLAMP (json_node_get_int (left_out), 0, G_MAXUINT));
  if (text != NULL)
    buoy_shown_add_text (shown, json_node_get_string (text));
}

/* The document that @json is; NULL if it is none. */
static JsonObject *
read_document (JsonParser *parser, const char *json)
{
  JsonNode *root;

  if (!buoy_json_is_shallow (json, strlen (json)) || !json_parser_load_from_data (parser, json, -1, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
}

BuoyShown *
buoy_shown_json_join (char **documents)
{
  BuoyShown *shown = buoy_shown_new ();

  for (guint i = 0; documents[i] != NULL; i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      JsonObject *document = read_document (parser, documents[i]);

      if (document != NULL)
        buoy_shown_json_add (shown, document);
      else
        buoy_shown_add_left_out (shown, UNREADABLE);
    }
  return shown;
}

char *
buoy_shown_json_of_link (const char *href, const char *text)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *valid_href = g_utf8_make_valid (href, -1);
  g_autofree char *valid_text = g_utf8_make_valid (text, -1);
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "links");
  json_builder_begin_array (builder);
  json_builder_begin_array (builder);
  json_builder_add_string_value (builder, valid_href);
  json_builder_add_string_value (builder, valid_text);
  json_builder_add_null_value (builder);
  json_builder_add_boolean_value (builder, TRUE);
  json_builder_end_array (builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}
