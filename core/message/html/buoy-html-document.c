/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/html/buoy-html-document.h"

#include <gumbo.h>
#include <string.h>

#include "base/text/buoy-text.h"
#include "message/buoy-message-builder.h"
#include "message/css/buoy-css-claims.h"
#include "message/dom/buoy-html-controls.h"
#include "message/dom/buoy-html-depth.h"
#include "message/dom/buoy-html-scan.h"
#include "message/dom/buoy-html-tags.h"
#include "message/dom/buoy-html-tree.h"
#include "message/html/buoy-computed-style.h"
#include "message/html/buoy-html-inside.h"
#include "message/html/buoy-html-outlook.h"
#include "message/html/buoy-html-reader.h"
#include "message/html/buoy-html-shorten.h"
#include "message/html/buoy-html.h"
#include "message/html/buoy-readings.h"
#include "message/picture/buoy-drawing.h"
#include "message/picture/buoy-picture.h"

#define LINK_STEPS 100         /* for adding one more link */
#define MAX_FRAMES_AROUND 3    /* a page in a frame of a page in a frame */
#define MAX_TITLE_BYTES 1024   /* browsers show a few words */
#define SMALL_PIECE_BYTES 2048 /* of a page whose tree would be too large */

/* Whether a <style> certainly applies to a screen: its media may be "print", and its type another than CSS. */
static gboolean
is_for_screen (const GumboNode *style)
{
  const char *media = buoy_html_attribute (style, "media");
  const char *type = buoy_html_attribute (style, "type");

  if (type != NULL && *type != '\0' && g_ascii_strcasecmp (type, "text/css") != 0)
    return FALSE;
  return media == NULL || *media == '\0' || g_ascii_strcasecmp (media, "all") == 0
         || g_ascii_strcasecmp (media, "screen") == 0;
}

/* The title of a page that a browser opens becomes the subject; the title of an SVG only if the page has none. */
static void
read_title (BuoyHtmlReader *reader, const GumboNode *title)
{
  BuoyMessage *message = reader->message;
  const gboolean is_drawings = title->v.element.tag_namespace != GUMBO_NAMESPACE_HTML;
  const GumboVector *children = &title->v.element.children;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *cut = NULL;

  if (*message->subject != '\0' && (is_drawings || !reader->has_drawings_title))
    return;
  for (unsigned int i = 0; i < children->length && text->len < MAX_TITLE_BYTES; i++)
    {
      const GumboNode *child = children->data[i];

      if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_CDATA)
        g_string_append (text, child->v.text.text);
    }
  cut = buoy_text_cut (text->str, MAX_TITLE_BYTES);
  g_free (message->subject);
  message->subject = buoy_text_squeeze (cut);
  reader->has_drawings_title = is_drawings;
}

static void
read_linked_sheet (BuoyHtmlReader *reader, const GumboNode *link)
{
  const char *kind = buoy_html_attribute (link, "rel");
  const char *href = buoy_html_attribute (link, "href");

  if (kind != NULL && href != NULL && strcasestr (kind, "stylesheet") != NULL)
    buoy_css_sheet_import (reader->sheet, href);
}

/* Reads style sheets and the title, which browsers accept in head and body. A sheet in a shadow tree is for that tree.
 */
static void
read_metadata (BuoyHtmlReader *reader, const GumboNode *element, gboolean in_tree, guint depth)
{
  const GumboVector *children = &element->v.element.children;

  /* Bounded: buoy_html_tree_new() has spent for each node */
  for (unsigned int i = 0; i < children->length; i++)
    {
      const GumboNode *child = children->data[i];
      const gboolean is_tree = buoy_html_is_shadow_root (child);

      if (child->type != GUMBO_NODE_ELEMENT && !is_tree)
        continue;
      if (child->v.element.tag == GUMBO_TAG_STYLE && child->v.element.children.length > 0)
        {
          const GumboNode *css = child->v.element.children.data[0];

          if (css->type != GUMBO_NODE_TEXT)
            continue;
          buoy_css_sheet_add (reader->sheet, css->v.text.text, in_tree || !is_for_screen (child));
          buoy_pictures_read_text (reader->message, css->v.text.text);
        }
      else if (child->v.element.tag == GUMBO_TAG_LINK)
        read_linked_sheet (reader, child);
      else if (child->v.element.tag_namespace == GUMBO_NAMESPACE_SVG && buoy_html_tag_is (child, "font-face"))
        reader->has_font = TRUE;
      else if (child->v.element.tag == GUMBO_TAG_TITLE && reader->inside != NULL && reader->n_around == 1)
        read_title (reader, child);
      else if (depth < BUOY_MAX_TREE_DEPTH)
        read_metadata (reader, child, in_tree || is_tree, depth + 1);
    }
}

/* Adds @link once more, with the text that a style may write in it. */
static void
add_claim (BuoyMessage *message, const BuoyLink *link, const char *claim)
{
  const guint n_links = message->links->len;

  if (link->kind != BUOY_LINK_ANCHOR)
    return;
  buoy_message_add_link (message, link->kind, g_strdup (claim), g_strdup (link->href), link->base, FALSE, TRUE);
  if (message->links->len > n_links)
    ((BuoyLink *) g_ptr_array_index (message->links, n_links))->written = g_strdup (link->written);
}

static void
read_claims (BuoyHtmlReader *reader)
{
  gboolean has_more;
  const GPtrArray *claims = buoy_css_sheet_get_claims (reader->sheet, &has_more);
  const guint n_links = reader->message->links->len;

  for (guint i = 0; i < MIN (claims->len, BUOY_CSS_MAX_CLAIMS); i++)
    for (guint j = reader->first_link; j < n_links && buoy_budget_spend (reader->message->budget, LINK_STEPS); j++)
      add_claim (reader->message, g_ptr_array_index (reader->message->links, j), g_ptr_array_index (claims, i));
  if (has_more && n_links > reader->first_link)
    buoy_message_note (reader->message->limits, "links");
}

/* Which letters a font shows is not read. */
static void
read_fonts (BuoyHtmlReader *reader)
{
  if ((reader->has_font || buoy_css_sheet_has_font (reader->sheet)) && reader->message->links->len > reader->first_link)
    buoy_message_note (reader->message->limits, "font");
}

/* A base applies to all links, also those before it (HTML §2.4.3). */
static void
apply_base (BuoyHtmlReader *reader)
{
  BuoyMessage *message = reader->message;

  for (guint i = reader->first_link; reader->base != NULL && i < message->links->len; i++)
    {
      BuoyLink *link = g_ptr_array_index (message->links, i);

      if (link->base == NULL)
        link->base = g_ref_string_acquire (reader->base);
    }
}

static void
append_texts (BuoyHtmlReader *reader)
{
  BuoyMessage *message = reader->message;

  buoy_read_lines_end_line (&reader->text);
  buoy_message_append_text (message, &message->html_text, reader->text.likely->str);
  buoy_message_append_text (message, &message->html_others, reader->text.others->str);
  buoy_message_append_text (message, &message->html_sure_text, reader->text.sure->str);
  buoy_message_append_text (message, &message->image_text, reader->alts->str);
  buoy_message_append_text (message, &message->hidden_image_text, reader->hidden_alts->str);
  message->hidden_text_bytes += reader->hidden_bytes;
}

static void
keep_comment (const char *comment, gpointer data)
{
  buoy_html_keep_comment (data, comment);
}

/* Returns FALSE if the tree would be too large, or the budget is spent. */
static gboolean
read_tree (BuoyHtmlReader *reader, const char *html, gsize length)
{
  g_autoptr (BuoyHtmlTree) tree = buoy_html_tree_new (html, length, reader->message->budget);
  const GumboNode *root = tree != NULL ? buoy_html_tree_get_root (tree) : NULL;
  BuoyComputedStyle style;

  if (root == NULL)
    return FALSE;
  buoy_computed_style_init (&style, reader->beside ? BUOY_DOUBTFUL : BUOY_VISIBLE);
  buoy_html_tree_foreach_outer_comment (tree, keep_comment, reader);
  read_metadata (reader, root, FALSE, 0);
  buoy_html_read_element (reader, root, &style);
  return TRUE;
}

/* If the tree of a piece would be too large, smaller pieces are tried. */
static void
read_piece (BuoyHtmlReader *reader, const char *html, gsize length)
{
  if (read_tree (reader, html, length) || buoy_budget_is_spent (reader->message->budget))
    return;
  buoy_message_note (reader->message->limits, "html-depth");
  for (gsize at = 0; at < length; at += SMALL_PIECE_BYTES)
    read_tree (reader, html + at, MIN (length - at, SMALL_PIECE_BYTES));
}

static void
read_page (BuoyHtmlReader *reader, const char *html, gsize length)
{
  g_autoptr (GArray) long_tokens = g_array_new (FALSE, FALSE, sizeof (BuoyHtmlToken));
  g_autofree char *joined = buoy_html_join_at_controls (html, length, reader->message->budget, &length);

  html = joined != NULL ? joined : html;
  /* Bounded: buoy_html_piece_length() spends for each piece */
  while (length > 0)
    {
      const gsize n = buoy_html_piece_length (html, length, reader->message->budget, long_tokens);
      g_autofree char *shorter = long_tokens->len > 0 ? buoy_html_shorten (reader, html, n, long_tokens) : NULL;

      if (n < length)
        buoy_message_note (reader->message->limits, "html-depth");
      read_piece (reader, shorter != NULL ? shorter : html, shorter != NULL ? strlen (shorter) : n);
      g_array_set_size (long_tokens, 0);
      html += n;
      length -= n;
    }
}

static void
reader_init (BuoyHtmlReader *reader, BuoyMessage *message)
{
  reader->message = message;
  reader->first_link = message->links->len;
  reader->sheet = buoy_css_sheet_new (message->budget);
  buoy_read_lines_init (&reader->text);
  reader->alts = g_string_new (NULL);
  reader->hidden_alts = g_string_new (NULL);
  reader->outlook = g_string_new (NULL);
  reader->drawing = buoy_drawing_new (message);
  reader->frames = g_ptr_array_new_with_free_func (buoy_html_frame_free);
}

static void
reader_clear (BuoyHtmlReader *reader)
{
  buoy_read_lines_clear (&reader->text);
  g_string_free (reader->alts, TRUE);
  g_string_free (reader->hidden_alts, TRUE);
  g_string_free (reader->outlook, TRUE);
  g_ptr_array_unref (reader->frames);
  buoy_drawing_free (reader->drawing);
  g_clear_pointer (&reader->base, g_ref_string_release);
  buoy_css_sheet_free (reader->sheet);
}

/* Reads Outlook's version of the page. Other programs do not show its text, but its links are judged too. */
static void
read_page_of_outlook (const BuoyHtmlReader *reader, const char *html, gsize length)
{
  g_autofree char *page = buoy_html_page_of_outlook (reader, html, length);
  BuoyHtmlReader second = { 0 };

  if (page == NULL)
    return;
  reader_init (&second, reader->message);
  if (reader->base != NULL)
    second.base = g_ref_string_acquire (reader->base);
  second.beside = TRUE;
  read_page (&second, page, strlen (page));
  buoy_html_drop_known_links (&second, reader->first_link);
  reader_clear (&second);
}

/* The pointer may pass through a frame in a link, which a click on its text then opens. */
static void
add_link_around (BuoyHtmlReader *reader, const BuoyHtmlReader *around)
{
  BuoyMessage *message = reader->message;
  g_autofree char *text = NULL;

  if (reader->in_link == NULL)
    return;
  if (reader->text.likely->len > BUOY_MAX_LINK_BYTES)
    buoy_message_note (message->limits, "links");
  text = buoy_message_see_text (reader->text.likely->str);
  if (*text != '\0')
    buoy_message_add_link (message, BUOY_LINK_ANCHOR, g_steal_pointer (&text), g_strdup (reader->in_link), around->base,
                           FALSE, TRUE);
}

static void read_document (BuoyMessage *message, const char *html, gsize length, const char *link,
                           const BuoyHtmlReader *around);

/* Reads the content of frames after the page, although it is shown within. */
static void
read_frames (BuoyHtmlReader *reader)
{
  /* Bounded: spend_on_element() has spent for each frame */
  for (guint i = 0; i < reader->frames->len; i++)
    {
      const BuoyHtmlFrame *frame = g_ptr_array_index (reader->frames, i);

      if (reader->inside != NULL)
        g_string_append (reader->inside, frame->page);
      read_document (reader->message, frame->page, strlen (frame->page), frame->link, reader);
    }
}

/* @around: the page in whose frame it is, and whose base it inherits (HTML §2.4.3). @link: the address of the link in
 * which that frame is. (nullable)
 */
static void
read_document (BuoyMessage *message, const char *html, gsize length, const char *link, const BuoyHtmlReader *around)
{
  BuoyHtmlReader reader = { 0 };

  reader_init (&reader, message);
  reader.inside = around->inside;
  reader.in_link = link;
  reader.n_around = around->n_around + 1;
  reader.beside = around->n_around > 0;
  if (around->base != NULL)
    reader.base = g_ref_string_acquire (around->base);
  read_page (&reader, html, length);
  read_claims (&reader);
  read_fonts (&reader);
  apply_base (&reader);
  append_texts (&reader);
  add_link_around (&reader, around);
  read_page_of_outlook (&reader, html, length);
  if (reader.n_around <= MAX_FRAMES_AROUND)
    read_frames (&reader);
  else if (reader.frames->len > 0)
    buoy_message_note (message->limits, "html-depth");
  reader_clear (&reader);
}

gboolean
buoy_html_read_otherwise (BuoyMessage *message, const char *html, gsize length, guint first)
{
  BuoyHtmlReader reader = { 0 };
  gboolean leads_elsewhere;

  reader_init (&reader, message);
  reader.n_around = 1;
  reader.beside = TRUE;
  read_page (&reader, html, length);
  read_claims (&reader);
  apply_base (&reader);
  buoy_read_lines_end_line (&reader.text);
  buoy_message_append_text (message, &message->html_others, reader.text.likely->str);
  read_frames (&reader);
  leads_elsewhere = buoy_message_drop_known_links (message, first, reader.first_link);
  reader_clear (&reader);
  return leads_elsewhere;
}

void
buoy_html_read (BuoyMessage *message, const char *html, gsize length)
{
  buoy_html_read_run (message, html, length, NULL);
}

void
buoy_html_read_run (BuoyMessage *message, const char *html, gsize length, GString *inside)
{
  const BuoyHtmlReader nothing = { .inside = inside };

  read_document (message, html, length, NULL, &nothing);
}
