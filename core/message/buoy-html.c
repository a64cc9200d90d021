/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a reader sees of a text/html part, by a conforming HTML5 tree: its text, its links with their text, the alts of
 * its pictures; and how much of it nobody sees.
 */
#include "config.h"

#include <string.h>

#include "base/buoy-text.h"
#include "message/buoy-html-private.h"
#include "message/buoy-message-private.h"

#define SMALL_PIECE_BYTES 2048 /* of a page whose tree would be too large */

typedef struct
{
  BuoyLinkKind kind;
  char *href;
  GString *text; /* what is seen of it */
  GString *alts; /* of pictures within */
  gboolean has_image;
} OpenLink;

typedef struct
{
  BuoyMessage *message;
  BuoyHiddenSelectors hidden;
  GString *text;
  GString *alts;
  char *base;
  OpenLink *link; /* the link that is being read; links don't nest */
  BuoyLink *form; /* the newest form without a submit button so far; the message's */
  gsize hidden_bytes;
  guint depth;
} Reader;

static void
read_children (Reader *reader, const GumboNode *element, gboolean hidden);

/* White space becomes one space, and a space goes where the last thing was a block. */
static void
append_collapsed (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isspace (*p))
        g_string_append_c (out, *p);
      else if (out->len > 0 && out->str[out->len - 1] != ' ' && out->str[out->len - 1] != '\n')
        g_string_append_c (out, ' ');
    }
}

static void
break_line (GString *out)
{
  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, '\n');
}

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

static void
read_text (Reader *reader, const char *text, gboolean hidden)
{
  if (hidden)
    {
      reader->hidden_bytes += count_letters (text);
      return;
    }
  if (reader->text->len < BUOY_MAX_VISIBLE_BYTES)
    append_collapsed (reader->text, text);
  if (reader->link != NULL)
    append_collapsed (reader->link->text, text);
}

static void
read_image (Reader *reader, const GumboNode *element)
{
  const char *alt = buoy_html_attribute (element, "alt");

  if (reader->link != NULL)
    reader->link->has_image = TRUE;
  if (alt == NULL || *alt == '\0')
    return;
  if (reader->alts->len < BUOY_MAX_VISIBLE_BYTES)
    {
      break_line (reader->alts);
      append_collapsed (reader->alts, alt);
    }
  if (reader->link != NULL)
    append_collapsed (reader->link->alts, alt);
}

/* What is seen of a link: its text; a picture's alt only where there is no text. */
static char *
seen_text (const OpenLink *link)
{
  g_autofree char *visible = buoy_text_strip_invisible (link->text->str);
  g_autofree char *text = buoy_text_squeeze (visible);

  if (*text != '\0' || link->alts->len == 0)
    return g_steal_pointer (&text);
  g_clear_pointer (&visible, g_free);
  visible = buoy_text_strip_invisible (link->alts->str);
  return buoy_text_squeeze (visible);
}

static void
close_link (Reader *reader)
{
  OpenLink *link = g_steal_pointer (&reader->link);

  buoy_message_add_link (reader->message, link->kind, seen_text (link),
                         g_steal_pointer (&link->href), reader->base, link->has_image, TRUE);
  g_string_free (link->text, TRUE);
  g_string_free (link->alts, TRUE);
  g_free (link);
}

static const char *
href_of (const GumboNode *element)
{
  const char *href = buoy_html_attribute (element, "href");

  if (href == NULL)
    href = buoy_html_attribute (element, "xlink:href");
  if (href == NULL && element->v.element.tag_namespace != GUMBO_NAMESPACE_HTML)
    href = buoy_html_attribute (element, "href");
  return href;
}

static void
read_link (Reader *reader, const GumboNode *element, const char *href, gboolean hidden)
{
  OpenLink link = { .kind = BUOY_LINK_ANCHOR };

  if (reader->link != NULL || hidden)
    {
      read_children (reader, element, hidden);
      return;
    }
  link.href = buoy_text_make_valid (href, -1);
  link.text = g_string_new (NULL);
  link.alts = g_string_new (NULL);
  reader->link = g_memdup2 (&link, sizeof link);
  read_children (reader, element, hidden);
  close_link (reader);
}

static void
add_simple_link (Reader *reader, BuoyLinkKind kind, const char *text, const char *href)
{
  g_autofree char *squeezed = buoy_text_squeeze (text != NULL ? text : "");

  buoy_message_add_link (reader->message, kind, g_steal_pointer (&squeezed),
                         buoy_text_make_valid (href, -1), reader->base, FALSE, TRUE);
}

static void
read_meta (Reader *reader, const GumboNode *element)
{
  g_autofree char *target = buoy_html_refresh_target (element);

  if (target != NULL)
    add_simple_link (reader, BUOY_LINK_REFRESH, "", target);
}

static void
read_input (Reader *reader, const GumboNode *element)
{
  const char *type = buoy_html_attribute (element, "type");
  const char *action = buoy_html_attribute (element, "formaction");
  g_autofree char *label = buoy_html_button_label (element);

  if (type != NULL && g_ascii_strcasecmp (type, "password") == 0)
    reader->message->has_password_field = TRUE;
  if (action != NULL)
    add_simple_link (reader, BUOY_LINK_FORM, label, action);
  else if (reader->form != NULL && buoy_html_submits (element))
    {
      g_free (reader->form->text);
      reader->form->text = g_steal_pointer (&label);
      reader->form = NULL;
    }
}

/* Its text is what stands on its first submit button, which comes later. */
static void
read_form (Reader *reader, const GumboNode *element)
{
  const char *action = buoy_html_attribute (element, "action");
  GPtrArray *links = reader->message->links;
  const guint before = links->len;

  reader->form = NULL;
  if (action == NULL || *action == '\0')
    return;
  add_simple_link (reader, BUOY_LINK_FORM, "", action);
  if (links->len > before)
    reader->form = g_ptr_array_index (links, before);
}

/* The links and fields that an element is by itself. */
static void
read_special (Reader *reader, const GumboNode *element, gboolean hidden)
{
  switch (element->v.element.tag)
    {
    case GUMBO_TAG_IMG:
      if (!hidden)
        read_image (reader, element);
      break;
    case GUMBO_TAG_AREA:
      if (href_of (element) != NULL)
        add_simple_link (reader, BUOY_LINK_AREA, buoy_html_attribute (element, "alt"),
                         href_of (element));
      break;
    case GUMBO_TAG_FORM:
      read_form (reader, element);
      break;
    case GUMBO_TAG_META:
      read_meta (reader, element);
      break;
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_BUTTON:
      read_input (reader, element);
      break;
    case GUMBO_TAG_BASE:
      if (reader->base == NULL && href_of (element) != NULL)
        reader->base = buoy_text_make_valid (href_of (element), -1);
      break;
    default:
      break;
    }
}

static void
break_around (Reader *reader, GumboTag tag)
{
  if (buoy_html_tag_is_inline (tag))
    return;
  break_line (reader->text);
  if (reader->link != NULL)
    append_collapsed (reader->link->text, " ");
}

static void
read_element (Reader *reader, const GumboNode *element, gboolean hidden)
{
  const GumboTag tag = element->v.element.tag;
  const char *href;

  if (buoy_html_tag_is_silent (tag))
    return;
  hidden = hidden || buoy_html_is_hidden (element, &reader->hidden);
  read_special (reader, element, hidden);
  break_around (reader, tag);
  href = tag == GUMBO_TAG_A ? href_of (element) : NULL;
  if (href != NULL)
    read_link (reader, element, href, hidden);
  else
    read_children (reader, element, hidden);
  break_around (reader, tag);
}

static void
read_children (Reader *reader, const GumboNode *element, gboolean hidden)
{
  const GumboVector *children = &element->v.element.children;

  if (reader->depth > BUOY_MAX_HTML_DEPTH * 2)
    {
      buoy_message_note (reader->message->limits, "html-depth");
      return;
    }
  reader->depth++;
  for (unsigned int i = 0; i < children->length; i++)
    {
      const GumboNode *child = children->data[i];

      if (child->type == GUMBO_NODE_ELEMENT)
        read_element (reader, child, hidden);
      else if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE
               || child->type == GUMBO_NODE_CDATA)
        read_text (reader, child->v.text.text, hidden);
    }
  reader->depth--;
}

/* Style sheets stand in the head in all mail that means them. */
static void
read_style_sheets (Reader *reader, const GumboNode *element, guint depth)
{
  const GumboVector *children = &element->v.element.children;

  for (unsigned int i = 0; i < children->length; i++)
    {
      const GumboNode *child = children->data[i];

      if (child->type != GUMBO_NODE_ELEMENT)
        continue;
      if (child->v.element.tag == GUMBO_TAG_STYLE && child->v.element.children.length > 0)
        {
          const GumboNode *css = child->v.element.children.data[0];

          if (css->type == GUMBO_NODE_TEXT)
            buoy_hidden_selectors_add_sheet (&reader->hidden, css->v.text.text);
        }
      else if (depth < 3)
        read_style_sheets (reader, child, depth + 1);
    }
}

static void
hand_over (Reader *reader)
{
  BuoyMessage *message = reader->message;

  buoy_message_append_text (message, &message->html_text, reader->text->str);
  buoy_message_append_text (message, &message->image_text, reader->alts->str);
  message->hidden_text_bytes += reader->hidden_bytes;
}

/* FALSE where the tree would be too large. */
static gboolean
read_tree (Reader *reader, const char *html, gsize length)
{
  g_autoptr (BuoyHtmlTree) tree = buoy_html_tree_new (html, length);
  const GumboNode *root = tree != NULL ? buoy_html_tree_get_root (tree) : NULL;

  if (root == NULL)
    return FALSE;
  read_style_sheets (reader, root, 0);
  read_element (reader, root, FALSE);
  return TRUE;
}

/* Where the tree of a piece would be too large, trees of small pieces are not. */
static void
read_piece (Reader *reader, const char *html, gsize length)
{
  if (read_tree (reader, html, length))
    return;
  buoy_message_note (reader->message->limits, "html-depth");
  for (gsize at = 0; at < length; at += SMALL_PIECE_BYTES)
    read_tree (reader, html + at, MIN (length - at, SMALL_PIECE_BYTES));
}

void
buoy_html_read (BuoyMessage *message, const char *html, gsize length)
{
  Reader reader = { .message = message };

  buoy_hidden_selectors_init (&reader.hidden);
  reader.text = g_string_new (NULL);
  reader.alts = g_string_new (NULL);
  while (length > 0)
    {
      const gsize n = buoy_html_piece_length (html, length);

      if (n < length)
        buoy_message_note (message->limits, "html-depth");
      read_piece (&reader, html, n);
      html += n;
      length -= n;
    }
  hand_over (&reader);
  g_string_free (reader.text, TRUE);
  g_string_free (reader.alts, TRUE);
  g_free (reader.base);
  buoy_hidden_selectors_clear (&reader.hidden);
}
