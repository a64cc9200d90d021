/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/html/buoy-html-drawing.h"

#include <gumbo.h>
#include <string.h>

#include "message/dom/buoy-html-tags.h"
#include "message/html/buoy-html-look.h"
#include "message/html/buoy-html-reader.h"
#include "message/picture/buoy-drawing.h"

/* The brighter half of what an eye tells apart is light. */
static gboolean
is_dark (guint32 color)
{
  const guint red = color >> 24;
  const guint green = color >> 16 & 0xff;
  const guint blue = color >> 8 & 0xff;

  return (299 * red + 587 * green + 114 * blue) / 1000 < 128;
}

static gboolean
has_dark_paper (const BuoyLook *look)
{
  return is_dark (look->paper.colors[0]);
}

/* White space between the tags of a page's source, which is not shown. */
static gboolean
is_layout (const GumboNode *node)
{
  return node->type == GUMBO_NODE_WHITESPACE && strchr (node->v.text.text, '\n') != NULL
         && node->parent->v.element.tag != GUMBO_TAG_PRE;
}

void
buoy_html_draw_text (BuoyHtmlReader *reader, const GumboNode *node, const BuoyLook *look)
{
  const gboolean dark_paper = has_dark_paper (look);
  const gboolean dark_ink = is_dark (look->ink.colors[0]);

  if (look->box == BUOY_HIDDEN || is_layout (node))
    return;
  buoy_drawing_add_text (reader->drawing, node->v.text.text,
                         buoy_look_text_visibility (look) == BUOY_HIDDEN ? dark_paper : dark_ink, dark_paper);
}

/* Nothing but white space and U+00A0. */
static gboolean
is_blank (const GumboNode *cell)
{
  const GumboVector *children = &cell->v.element.children;

  for (unsigned int i = 0; i < children->length; i++)
    {
      const GumboNode *child = children->data[i];

      if (child->type != GUMBO_NODE_WHITESPACE
          && (child->type != GUMBO_NODE_TEXT || !g_str_equal (child->v.text.text, "\u00a0")))
        return FALSE;
    }
  return TRUE;
}

gboolean
buoy_html_draw_cell (BuoyHtmlReader *reader, const GumboNode *element, const BuoyLook *look)
{
  const char *span;
  guint64 n_columns;

  if (element->v.element.tag != GUMBO_TAG_TD || look->box == BUOY_HIDDEN || !is_blank (element))
    return FALSE;
  span = buoy_html_attribute (element, "colspan");
  n_columns = span != NULL ? g_ascii_strtoull (span, NULL, 10) : 1;
  buoy_drawing_add_cell (reader->drawing, has_dark_paper (look), (guint) CLAMP (n_columns, 1, 1000));
  return TRUE;
}
