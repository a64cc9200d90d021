/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * json-glib converts between numbers and strings with a warning at most, so types are compared here.
 */
#include "config.h"

#include "host-fields.h"

#define MAX_NUMBER ((G_GINT64_CONSTANT (1) << 53) - 1) /* JavaScript represents no greater integer exactly */

static gboolean
holds (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static gboolean
holds_number (JsonNode *node, gint64 min)
{
  return holds (node, G_TYPE_INT64) && json_node_get_int (node) >= min && json_node_get_int (node) <= MAX_NUMBER;
}

static gboolean
holds_texts (JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!holds (json_array_get_element (array, i), G_TYPE_STRING))
      return FALSE;
  return TRUE;
}

static gboolean
holds_pairs (JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *pair = json_array_get_element (array, i);

      if (!holds_texts (pair) || json_array_get_length (json_node_get_array (pair)) != 2)
        return FALSE;
    }
  return TRUE;
}

static gboolean
holds_objects (JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
      return FALSE;
  return TRUE;
}

static gboolean
is_of_kind (JsonNode *node, HostFieldKind kind)
{
  switch (kind)
    {
    case HOST_FIELD_NUMBER:
      return holds_number (node, 1);
    case HOST_FIELD_COUNT:
      return holds_number (node, 0);
    case HOST_FIELD_TEXT:
      return holds (node, G_TYPE_STRING);
    case HOST_FIELD_BOOL:
      return holds (node, G_TYPE_BOOLEAN);
    case HOST_FIELD_TEXTS:
      return holds_texts (node);
    case HOST_FIELD_PAIRS:
      return holds_pairs (node);
    case HOST_FIELD_OBJECT:
      return JSON_NODE_HOLDS_OBJECT (node);
    case HOST_FIELD_OBJECTS:
      return holds_objects (node);
    case HOST_FIELD_ANY:
    default:
      return TRUE;
    }
}

gboolean
host_fields_fit (JsonObject *frame, const HostField *fields)
{
  for (; fields->name != NULL; fields++)
    {
      JsonNode *node = json_object_get_member (frame, fields->name);

      if (node == NULL || JSON_NODE_HOLDS_NULL (node))
        {
          if (!fields->may_be_null)
            return FALSE;
        }
      else if (!is_of_kind (node, fields->kind))
        return FALSE;
    }
  return TRUE;
}

static JsonNode *
find (JsonObject *frame, const char *name)
{
  JsonNode *node = json_object_get_member (frame, name);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

gint64
host_get_number (JsonObject *frame, const char *name)
{
  JsonNode *node = find (frame, name);

  return node != NULL ? json_node_get_int (node) : 0;
}

gboolean
host_get_bool (JsonObject *frame, const char *name)
{
  JsonNode *node = find (frame, name);

  return node != NULL && json_node_get_boolean (node);
}

/* json-glib may decode an escape to invalid UTF-8. */
char *
host_get_text (JsonObject *frame, const char *name)
{
  JsonNode *node = find (frame, name);

  return node != NULL ? g_utf8_make_valid (json_node_get_string (node), -1) : NULL;
}
