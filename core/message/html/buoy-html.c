/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/html/buoy-html.h"

#include <gumbo.h>
#include <string.h>

#include "message/buoy-message-builder.h"
#include "message/dom/buoy-html-tags.h"
#include "message/dom/buoy-html-tree.h"
#include "message/html/buoy-html-drawing.h"
#include "message/html/buoy-html-find.h"
#include "message/html/buoy-html-inside.h"
#include "message/html/buoy-html-links.h"
#include "message/html/buoy-computed-style.h"
#include "message/html/buoy-html-outlook.h"
#include "message/html/buoy-html-pictures.h"
#include "message/html/buoy-html-reader.h"
#include "message/html/buoy-readings.h"
#include "message/picture/buoy-drawing.h"

#define ELEMENT_STEPS 100       /* for an element, without its content */
#define TEXT_STEPS 4            /* for a byte of text, which is copied to each reading of its line and link */
#define PIECE_BYTES (64 * 1024) /* of text, between two requests to the budget */
#define ATTRIBUTE_STEPS 40      /* for an attribute, since each is looked up by name */
#define VALUE_STEPS 10          /* for a byte of an attribute, which each slot may copy once more */

static void read_child (BuoyHtmlReader *reader, const GumboNode *child, const BuoyComputedStyle *style);
static void read_children (BuoyHtmlReader *reader, const GumboNode *element, const BuoyComputedStyle *style);

/* Bytes of letters and digits: newsletters pad their preheader with thousands of spaces and joiners. */
static gsize
count_letters (const char *text)
{
  gsize bytes = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      bytes += (gsize) (g_utf8_next_char (p) - p);
  return bytes;
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n\f")] == '\0';
}

static void
read_piece (BuoyHtmlReader *reader, const char *text, BuoyVisibility visibility)
{
  if (visibility == BUOY_HIDDEN)
    reader->hidden_bytes += count_letters (text);
  buoy_readings_append (&reader->text.line, text, visibility);
  if (reader->link == NULL)
    return;
  buoy_readings_append (&reader->link->text, text, visibility);
  reader->link->surely_seen |= visibility == BUOY_VISIBLE && !is_blank (text);
}

/* The length in bytes of the next piece of a text, which ends between characters. */
static gsize
measure_piece (const char *text, gsize length)
{
  gsize n = MIN (length, PIECE_BYTES);

  while (n < length && n > PIECE_BYTES - 4 && ((guchar) text[n] & 0xc0) == 0x80)
    n--;
  return n;
}

static void
read_text (BuoyHtmlReader *reader, const char *text, const BuoyComputedStyle *style)
{
  const BuoyVisibility visibility = buoy_computed_style_text_visibility (style);
  const gsize length = strlen (text);
  gsize n;

  if (reader->link != NULL)
    reader->link->may_turn |= style->may_turn;
  for (gsize at = 0; at < length; at += n)
    {
      g_autofree char *piece = NULL;

      n = measure_piece (text + at, length - at);
      if (!buoy_budget_spend (reader->message->budget, TEXT_STEPS * n))
        return;
      piece = n < length ? g_strndup (text + at, n) : NULL;
      read_piece (reader, piece != NULL ? piece : text, visibility);
    }
}

static void
break_around (BuoyHtmlReader *reader, GumboTag tag, const BuoyComputedStyle *style)
{
  if (!style->breaks)
    return;
  if (tag != GUMBO_TAG_TD)
    buoy_drawing_end_line (reader->drawing);
  buoy_read_lines_end_line (&reader->text);
  if (reader->link != NULL)
    buoy_readings_append (&reader->link->text, " ", BUOY_VISIBLE);
}

/* Reads text that a style sheet adds before or after the element's content. */
static void
read_content (BuoyHtmlReader *reader, const GumboNode *element, BuoyCssPlace place, const BuoyComputedStyle *style)
{
  g_autofree char *content = buoy_css_sheet_content (reader->sheet, element, place);

  BuoyComputedStyle own_style = *style;

  /* its style is not evaluated */
  own_style.box = MAX (style->box, BUOY_DOUBTFUL);
  if (content != NULL)
    read_text (reader, content, &own_style);
}

/* Marks where the direction of the text changes. */
static void
turn_around (BuoyHtmlReader *reader, const BuoyComputedStyle *outer, const BuoyComputedStyle *inner, gboolean begins)
{
  const char *begin = inner->reversed ? BUOY_OVERRIDE_RTL : BUOY_OVERRIDE_LTR;

  if (reader->link != NULL && outer->reversed != inner->reversed)
    buoy_readings_mark (&reader->link->text, begins ? begin : BUOY_OVERRIDE_END);
}

static gboolean
is_slot (const GumboNode *element)
{
  return element->v.element.tag_namespace == GUMBO_NAMESPACE_HTML && buoy_html_tag_is (element, "slot");
}

/* Whether @child of a host is displayed in the slot called @name. */
static gboolean
fills_slot (const GumboNode *child, const char *name)
{
  const char *slot = child->type == GUMBO_NODE_ELEMENT ? buoy_html_attribute (child, "slot") : NULL;

  return child->type != GUMBO_NODE_TEMPLATE && g_str_equal (slot != NULL ? slot : "", name);
}

/* In a shadow tree, a link around a slot displays what is in the host (HTML §4.12.4), which is read in its own place,
 * too.
 */
static void
read_slot (BuoyHtmlReader *reader, const GumboNode *slot, const BuoyComputedStyle *style)
{
  const BuoyHtmlHost *host = reader->host;
  const GumboVector *children = &host->element->v.element.children;
  const char *name = buoy_html_attribute (slot, "name");
  const gboolean in_slot = reader->in_slot;

  /* what fills it may be a slot of the outer tree */
  reader->host = host->outer;
  reader->in_slot = TRUE;
  for (unsigned int i = 0; i < children->length && buoy_html_spend_on_child (reader, children->data[i]); i++)
    if (fills_slot (children->data[i], name != NULL ? name : ""))
      read_child (reader, children->data[i], style);
  reader->in_slot = in_slot;
  reader->host = host;
}

static gboolean
is_element (const GumboNode *node)
{
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

/* The element that @use displays; never one around it (SVG 2 §5.5). (nullable) */
static const GumboNode *
find_used (BuoyHtmlReader *reader, const GumboNode *use)
{
  const char *href = buoy_html_href (use);
  const GumboNode *used;

  if (href == NULL || *href != '#')
    return NULL;
  used = buoy_html_find_by_id (reader, use, href + 1);
  /* Bounded: BUOY_MAX_TREE_DEPTH */
  for (const GumboNode *around = use; around != NULL && used != NULL; around = around->parent)
    if (around == used)
      return NULL;
  return used;
}

/* In a drawing, <use href="#id"> displays another element, which is read in its own place, too. */
static void
read_used (BuoyHtmlReader *reader, const GumboNode *use, const BuoyComputedStyle *style)
{
  const GumboNode *used = find_used (reader, use);
  const gboolean in_slot = reader->in_slot;

  if (used == NULL)
    return;
  reader->in_slot = TRUE;
  read_child (reader, used, style);
  reader->in_slot = in_slot;
}

static gboolean
is_use (const GumboNode *element)
{
  return element->v.element.tag_namespace == GUMBO_NAMESPACE_SVG && buoy_html_tag_is (element, "use");
}

static void
read_contents (BuoyHtmlReader *reader, const GumboNode *element, const BuoyComputedStyle *style)
{
  const BuoyHtmlHost *host = reader->host;
  const BuoyHtmlHost own = { .element = element->parent, .link = reader->link, .outer = host };

  /* what is in a slot has hosts that are read in their own place; twice in each of many hosts would be endless */
  if (buoy_html_is_shadow_root (element))
    reader->host = reader->in_slot ? NULL : &own;
  else if (host != NULL && reader->link != host->link && is_slot (element))
    read_slot (reader, element, style);
  else if (reader->link != NULL && is_use (element))
    read_used (reader, element, style);
  read_content (reader, element, BUOY_CSS_BEFORE, style);
  read_children (reader, element, style);
  reader->host = host;
  read_content (reader, element, BUOY_CSS_AFTER, style);
}

static void
read_attributes (BuoyHtmlReader *reader, const GumboNode *element, const BuoyComputedStyle *style)
{
  if (element->v.element.attributes.length == 0)
    return;
  buoy_html_keep_frame (reader, element);
  buoy_html_read_pictures (reader, element);
  if (reader->inside == NULL)
    return;
  buoy_html_keep_handlers (reader, element);
  buoy_html_read_clicks (reader, element);
}

static gboolean
spend_on_element (BuoyHtmlReader *reader, const GumboNode *element)
{
  const GumboVector *attributes = &element->v.element.attributes;
  gsize steps = ELEMENT_STEPS + attributes->length * ATTRIBUTE_STEPS;

  for (unsigned int i = 0; reader->in_slot && i < attributes->length; i++)
    steps += VALUE_STEPS * strlen (((const GumboAttribute *) attributes->data[i])->value);
  return buoy_budget_spend (reader->message->budget, steps);
}

void
buoy_html_read_element (BuoyHtmlReader *reader, const GumboNode *element, const BuoyComputedStyle *outer)
{
  const GumboTag tag = element->v.element.tag;
  BuoyComputedStyle style = *outer;
  char *href;

  if (!spend_on_element (reader, element))
    return;
  buoy_html_read_label (reader, element);
  if (buoy_html_tag_is_silent (tag) && !buoy_html_is_shadow_root (element))
    return;
  buoy_computed_style_enter (&style, element, reader->sheet);
  if (buoy_html_is_shadow_root (element))
    style.box = MAX (style.box, BUOY_DOUBTFUL);
  if (buoy_html_draw_cell (reader, element, &style))
    return;
  read_attributes (reader, element, &style);
  if (tag != GUMBO_TAG_IMG)
    buoy_html_read_special (reader, element);
  else
    buoy_html_read_image (reader, element, buoy_computed_style_box_visibility (&style));
  break_around (reader, tag, &style);
  href = reader->in_slot ? NULL : buoy_html_link_target (reader, element);
  if (href != NULL)
    {
      buoy_html_open_link (reader, element, href, style.reversed);
      read_contents (reader, element, &style);
      buoy_html_close_link (reader);
    }
  else
    {
      turn_around (reader, outer, &style, TRUE);
      read_contents (reader, element, &style);
      turn_around (reader, outer, &style, FALSE);
    }
  break_around (reader, tag, &style);
}

static void
read_child (BuoyHtmlReader *reader, const GumboNode *child, const BuoyComputedStyle *style)
{
  if (is_element (child))
    buoy_html_read_element (reader, child, style);
  else if (child->type == GUMBO_NODE_COMMENT && !reader->in_slot)
    buoy_html_keep_comment (reader, child->v.text.text);
  else if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE || child->type == GUMBO_NODE_CDATA)
    {
      buoy_html_draw_text (reader, child, style);
      read_text (reader, child->v.text.text, style);
    }
}

static void
read_children (BuoyHtmlReader *reader, const GumboNode *element, const BuoyComputedStyle *style)
{
  const GumboVector *children = &element->v.element.children;

  if (reader->depth > BUOY_MAX_TREE_DEPTH)
    {
      buoy_message_note (reader->message->limits, "html-depth");
      return;
    }
  reader->depth++;
  for (unsigned int i = 0; i < children->length; i++)
    read_child (reader, children->data[i], style);
  reader->depth--;
}
