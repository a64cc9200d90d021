/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/html/buoy-html-drawing.h"

#include <gumbo.h>
#include <string.h>

#include "message/dom/buoy-html-tags.h"
#include "message/html/buoy-computed-style.h"
#include "message/html/buoy-html-reader.h"
#include "message/picture/buoy-drawing.h"

/* Whether the colour is closer to black than to white. */
static gboolean
is_dark (guint32 color)
{
  const guint red = color >> 24;
  const guint green = color >> 16 & 0xff;
  const guint blue = color >> 8 & 0xff;

  return (299 * red + 587 * green + 114 * blue) / 1000 < 128;
}

static gboolean
has_dark_background (const BuoyComputedStyle *style)
{
  return is_dark (style->background.colors[0]);
}

/* Whether @node is white space between tags, which is not shown. */
static gboolean
is_layout (const GumboNode *node)
{
  return node->type == GUMBO_NODE_WHITESPACE && strchr (node->v.text.text, '\n') != NULL
         && node->parent->v.element.tag != GUMBO_TAG_PRE;
}

void
buoy_html_draw_text (BuoyHtmlReader *reader, const GumboNode *node, const BuoyComputedStyle *style)
{
  const gboolean is_dark_background = has_dark_background (style);
  const gboolean is_dark_text = is_dark (style->color.colors[0]);

  if (style->box == BUOY_HIDDEN || is_layout (node))
    return;
  buoy_drawing_add_text (reader->drawing, node->v.text.text,
                         buoy_computed_style_text_visibility (style) == BUOY_HIDDEN ? is_dark_background : is_dark_text,
                         is_dark_background);
}

/* Whether @cell contains only white space and U+00A0. */
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
buoy_html_draw_cell (BuoyHtmlReader *reader, const GumboNode *element, const BuoyComputedStyle *style)
{
  const char *span;
  guint64 n_columns;

  if (element->v.element.tag != GUMBO_TAG_TD || style->box == BUOY_HIDDEN || !is_blank (element))
    return FALSE;
  span = buoy_html_attribute (element, "colspan");
  n_columns = span != NULL ? g_ascii_strtoull (span, NULL, 10) : 1;
  buoy_drawing_add_cell (reader->drawing, has_dark_background (style), (guint) CLAMP (n_columns, 1, 1000));
  return TRUE;
}
