/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/html/buoy-html-find.h"

#include <gumbo.h>

#include "message/dom/buoy-html-tags.h"
#include "message/dom/buoy-html-tree.h"
#include "message/html/buoy-html-fields.h"

#define CHILD_STEPS 10     /* for a child that is looked at */
#define ATTRIBUTE_STEPS 40 /* for an attribute, since each is looked up by name */

typedef gboolean (*IsWanted) (const GumboNode *element, const char *id);

gboolean
buoy_html_spend_on_child (BuoyHtmlReader *reader, const GumboNode *child)
{
  const guint n_attributes = child->type == GUMBO_NODE_ELEMENT ? child->v.element.attributes.length : 0;

  return buoy_budget_spend (reader->message->budget, CHILD_STEPS + n_attributes * ATTRIBUTE_STEPS);
}

static gboolean
is_element (const GumboNode *node)
{
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

static const GumboNode *
find (BuoyHtmlReader *reader, const GumboNode *node, IsWanted is_wanted, const char *id, guint depth)
{
  const GumboVector *children = &node->v.element.children;
  const GumboNode *found = NULL;

  if (is_wanted (node, id))
    return node;
  if (depth == BUOY_MAX_TREE_DEPTH)
    return NULL;
  for (unsigned int i = 0;
       i < children->length && found == NULL && buoy_html_spend_on_child (reader, children->data[i]); i++)
    if (is_element (children->data[i]))
      found = find (reader, children->data[i], is_wanted, id, depth + 1);
  return found;
}

static gboolean
has_id (const GumboNode *element, const char *id)
{
  return g_strcmp0 (buoy_html_attribute (element, "id"), id) == 0;
}

const GumboNode *
buoy_html_find_by_id (BuoyHtmlReader *reader, const GumboNode *element, const char *id)
{
  const GumboNode *root = element;

  while (root->parent != NULL && is_element (root->parent))
    root = root->parent;
  return find (reader, root, has_id, id, 0);
}

static gboolean
is_button (const GumboNode *element, const char *unused)
{
  const GumboTag tag = element->v.element.tag;

  return (tag == GUMBO_TAG_INPUT || tag == GUMBO_TAG_BUTTON) && buoy_html_submits (element);
}

const GumboNode *
buoy_html_find_button (BuoyHtmlReader *reader, const GumboNode *element)
{
  return find (reader, element, is_button, NULL, 0);
}
