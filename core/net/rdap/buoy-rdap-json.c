/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "net/rdap/buoy-rdap-json.h"

#include "base/text/buoy-json-shape.h"
#include "base/text/buoy-text.h"

JsonNode *
buoy_rdap_json_parse (GBytes *text)
{
  gsize length;
  const char *data = g_bytes_get_data (text, &length);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;

  if (length == 0 || !g_utf8_validate_len (data, length, NULL) || !buoy_json_is_shallow (data, length)
      || !json_parser_load_from_data (parser, data, length, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_ref (root) : NULL;
}

static char *
text_of (JsonNode *node)
{
  const char *text = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
  g_autofree char *shown = NULL;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return NULL;
  shown = buoy_text_for_people (text, BUOY_RDAP_MAX_TEXT);
  return g_strdup (g_strstrip (shown));
}

JsonArray *
buoy_rdap_json_array (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

JsonObject *
buoy_rdap_json_object_at (JsonArray *array, guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
buoy_rdap_json_array_at (JsonArray *array, guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

char *
buoy_rdap_json_text (JsonObject *object, const char *member)
{
  return text_of (json_object_get_member (object, member));
}

char *
buoy_rdap_json_text_at (JsonArray *array, guint index)
{
  return index < json_array_get_length (array) ? text_of (json_array_get_element (array, index)) : NULL;
}

gboolean
buoy_rdap_json_lists (JsonObject *object, const char *member, const char *value)
{
  JsonArray *array = buoy_rdap_json_array (object, member);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *text = buoy_rdap_json_text_at (array, i);

      if (g_strcmp0 (text, value) == 0)
        return TRUE;
    }
  return FALSE;
}
