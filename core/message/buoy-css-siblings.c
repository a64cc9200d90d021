/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Counting elements among their siblings; texts and comments between them don't count (Selectors 4 §13.3).
 */
#include "config.h"

#include "message/buoy-css-siblings.h"

#include "message/buoy-html-private.h"

static gboolean
is_element (const GumboNode *node)
{
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

static const GumboVector *
siblings_of (const GumboNode *element)
{
  const GumboNode *parent = element->parent;

  return parent->type == GUMBO_NODE_DOCUMENT ? &parent->v.document.children
                                             : &parent->v.element.children;
}

/* The next element in that direction; NULL: there is none, or too many steps were taken. */
static const GumboNode *
neighbour (const GumboNode *element, gboolean forward, guint *steps)
{
  const GumboVector *siblings = siblings_of (element);
  gsize at = element->index_within_parent;

  while (*steps > 0 && (forward ? at + 1 < siblings->length : at > 0))
    {
      const GumboNode *node;

      at = forward ? at + 1 : at - 1;
      node = siblings->data[at];
      (*steps)--;
      if (is_element (node))
        return node;
    }
  return NULL;
}

const GumboNode *
buoy_css_previous (const GumboNode *element, guint *steps)
{
  return neighbour (element, FALSE, steps);
}

guint
buoy_css_position (const GumboNode *element, gboolean from_end, gboolean of_type, guint *steps)
{
  guint position = 1;

  for (const GumboNode *node = element; (node = neighbour (node, from_end, steps)) != NULL;)
    if (!of_type || buoy_html_same_tag (node, element))
      position++;
  return *steps > 0 ? position : 0;
}
