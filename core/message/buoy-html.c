/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a reader sees of a text/html part, by a conforming HTML5 tree: its text, its links with their text, the alts of
 * its pictures; and how much of it nobody sees.
 */
#include "config.h"

#include <string.h>

#include "base/buoy-text.h"
#include "message/buoy-html-reader.h"

#define MAX_FRAMES_AROUND 3    /* a page in a frame of a page in a frame */
#define SMALL_PIECE_BYTES 2048 /* of a page whose tree would be too large */

static void
read_children (BuoyHtmlReader *reader, const GumboNode *element, const BuoyLook *look);

void
buoy_html_append_collapsed (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isspace (*p))
        g_string_append_c (out, *p);
      else if (out->len > 0 && out->str[out->len - 1] != ' ' && out->str[out->len - 1] != '\n')
        g_string_append_c (out, ' ');
    }
}

void
buoy_html_break_line (GString *out)
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

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n\f")] == '\0';
}

static void
read_text (BuoyHtmlReader *reader, const char *text, const BuoyLook *look)
{
  const BuoyVisibility visibility = buoy_look_text_visibility (look);

  if (visibility == BUOY_HIDDEN)
    reader->hidden_bytes += count_letters (text);
  buoy_readings_append (&reader->text.line, text, visibility);
  if (reader->link == NULL)
    return;
  buoy_readings_append (&reader->link->text, text, visibility);
  reader->link->surely_seen |= visibility == BUOY_VISIBLE && !is_blank (text);
}

static void
break_around (BuoyHtmlReader *reader, GumboTag tag, const BuoyLook *look)
{
  if (!look->breaks)
    return;
  if (tag != GUMBO_TAG_TD)
    buoy_drawing_end_line (reader->drawing);
  buoy_read_lines_end_line (&reader->text);
  if (reader->link != NULL)
    buoy_readings_append (&reader->link->text, " ", BUOY_VISIBLE);
}

/* Text that a style sheet puts before or behind what the element holds. */
static void
read_content (BuoyHtmlReader *reader, const GumboNode *element, BuoyCssPlace place,
              const BuoyLook *look)
{
  g_autofree char *content = buoy_css_sheet_content (reader->sheet, element, place);

  BuoyLook own_look = *look;

  /* how that looks is not asked */
  own_look.box = MAX (look->box, BUOY_DOUBTFUL);
  if (content != NULL)
    read_text (reader, content, &own_look);
}

/* Marks where a text begins and ends to run from right to left. */
static void
turn_around (BuoyHtmlReader *reader, const BuoyLook *outer, const BuoyLook *inner, gboolean begins)
{
  const char *begin = inner->reversed ? "\u202e" : "\u202d";

  if (reader->link != NULL && outer->reversed != inner->reversed)
    buoy_readings_mark (&reader->link->text, begins ? begin : "\u202c");
}

static void
read_contents (BuoyHtmlReader *reader, const GumboNode *element, const BuoyLook *look)
{
  read_content (reader, element, BUOY_CSS_BEFORE, look);
  read_children (reader, element, look);
  read_content (reader, element, BUOY_CSS_AFTER, look);
}

static void
read_attributes (BuoyHtmlReader *reader, const GumboNode *element, const BuoyLook *look)
{
  if (element->v.element.attributes.length == 0)
    return;
  buoy_html_keep_frame (reader, element);
  if (reader->inside == NULL)
    return;
  buoy_html_keep_handlers (reader, element);
  buoy_html_read_clicks (reader, element);
}

static void
read_element (BuoyHtmlReader *reader, const GumboNode *element, const BuoyLook *outer)
{
  const GumboTag tag = element->v.element.tag;
  BuoyLook look = *outer;
  char *href;

  buoy_html_read_label (reader, element);
  if (buoy_html_tag_is_silent (tag))
    return;
  buoy_look_enter (&look, element, reader->sheet);
  if (buoy_html_draw_cell (reader, element, &look))
    return;
  read_attributes (reader, element, &look);
  if (tag != GUMBO_TAG_IMG)
    buoy_html_read_special (reader, element);
  else
    buoy_html_read_image (reader, element, buoy_look_box_visibility (&look));
  break_around (reader, tag, &look);
  href = reader->link == NULL ? buoy_html_link_target (reader, element) : NULL;
  if (href != NULL)
    {
      buoy_html_open_link (reader, element, href, look.reversed);
      read_contents (reader, element, &look);
      buoy_html_close_link (reader);
    }
  else
    {
      turn_around (reader, outer, &look, TRUE);
      read_contents (reader, element, &look);
      turn_around (reader, outer, &look, FALSE);
    }
  break_around (reader, tag, &look);
}

static void
read_children (BuoyHtmlReader *reader, const GumboNode *element, const BuoyLook *look)
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
        read_element (reader, child, look);
      else if (child->type == GUMBO_NODE_COMMENT)
        buoy_html_keep_comment (reader, child->v.text.text);
      else if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE
               || child->type == GUMBO_NODE_CDATA)
        {
          buoy_html_draw_text (reader, child, look);
          read_text (reader, child->v.text.text, look);
        }
    }
  reader->depth--;
}

/* <style media="print"> is for paper, other types are no CSS. */
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

/* In the head as in the body: a browser takes them everywhere. */
static void
read_style_sheets (BuoyHtmlReader *reader, const GumboNode *element, guint depth)
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
            buoy_css_sheet_add (reader->sheet, css->v.text.text, !is_for_screen (child));
        }
      else if (depth < BUOY_MAX_HTML_DEPTH * 2)
        read_style_sheets (reader, child, depth + 1);
    }
}

/* A base counts for all links, those before it too (HTML §2.4.3). */
static void
hand_over (BuoyHtmlReader *reader)
{
  BuoyMessage *message = reader->message;

  for (guint i = reader->first_link; reader->base != NULL && i < message->links->len; i++)
    {
      BuoyLink *link = g_ptr_array_index (message->links, i);

      if (link->base == NULL)
        link->base = g_ref_string_acquire (reader->base);
    }
  buoy_read_lines_end_line (&reader->text);
  buoy_message_append_text (message, &message->html_text, reader->text.likely->str);
  buoy_message_append_text (message, &message->html_others, reader->text.others->str);
  buoy_message_append_text (message, &message->html_sure_text, reader->text.sure->str);
  buoy_message_append_text (message, &message->image_text, reader->alts->str);
  message->hidden_text_bytes += reader->hidden_bytes;
}

static void
keep_comment (const char *comment, gpointer data)
{
  buoy_html_keep_comment (data, comment);
}

/* FALSE where the tree would be too large. */
static gboolean
read_tree (BuoyHtmlReader *reader, const char *html, gsize length)
{
  g_autoptr (BuoyHtmlTree) tree = buoy_html_tree_new (html, length);
  const GumboNode *root = tree != NULL ? buoy_html_tree_get_root (tree) : NULL;
  BuoyLook look;

  if (root == NULL)
    return FALSE;
  buoy_look_init (&look, reader->beside ? BUOY_DOUBTFUL : BUOY_VISIBLE);
  buoy_html_tree_foreach_outer_comment (tree, keep_comment, reader);
  read_style_sheets (reader, root, 0);
  read_element (reader, root, &look);
  return TRUE;
}

/* Where the tree of a piece would be too large, trees of small pieces are not. */
static void
read_piece (BuoyHtmlReader *reader, const char *html, gsize length)
{
  if (read_tree (reader, html, length))
    return;
  buoy_message_note (reader->message->limits, "html-depth");
  for (gsize at = 0; at < length; at += SMALL_PIECE_BYTES)
    read_tree (reader, html + at, MIN (length - at, SMALL_PIECE_BYTES));
}

static void
read_page (BuoyHtmlReader *reader, const char *html, gsize length)
{
  while (length > 0)
    {
      const gsize n = buoy_html_piece_length (html, length);

      if (n < length)
        buoy_message_note (reader->message->limits, "html-depth");
      read_piece (reader, html, n);
      html += n;
      length -= n;
    }
}

static void
reader_init (BuoyHtmlReader *reader, BuoyMessage *message)
{
  reader->message = message;
  reader->first_link = message->links->len;
  reader->sheet = buoy_css_sheet_new ();
  buoy_read_lines_init (&reader->text);
  reader->alts = g_string_new (NULL);
  reader->outlook = g_string_new (NULL);
  reader->drawing = buoy_drawing_new (message);
  reader->frames = g_ptr_array_new_with_free_func (g_free);
}

static void
reader_clear (BuoyHtmlReader *reader)
{
  buoy_read_lines_clear (&reader->text);
  g_string_free (reader->alts, TRUE);
  g_string_free (reader->outlook, TRUE);
  g_ptr_array_unref (reader->frames);
  buoy_drawing_free (reader->drawing);
  g_clear_pointer (&reader->base, g_ref_string_release);
  buoy_css_sheet_free (reader->sheet);
}

/* Outlook's page: what is shown there is not what is shown here, but where its links lead is looked at too. */
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

static void
read_document (BuoyMessage *message, const char *html, gsize length, const BuoyHtmlReader *around);

/* What stands in a frame is seen where the frame stands, and below it here. */
static void
read_frames (BuoyHtmlReader *reader)
{
  for (guint i = 0; i < reader->frames->len; i++)
    {
      const char *page = g_ptr_array_index (reader->frames, i);

      if (reader->inside != NULL)
        g_string_append (reader->inside, page);
      read_document (reader->message, page, strlen (page), reader);
    }
}

/* @around: the page in whose frame it stands, whose base is its own too (HTML §2.4.3). */
static void
read_document (BuoyMessage *message, const char *html, gsize length, const BuoyHtmlReader *around)
{
  BuoyHtmlReader reader = { 0 };

  reader_init (&reader, message);
  reader.inside = around->inside;
  reader.n_around = around->n_around + 1;
  reader.beside = around->n_around > 0;
  if (around->base != NULL)
    reader.base = g_ref_string_acquire (around->base);
  read_page (&reader, html, length);
  hand_over (&reader);
  read_page_of_outlook (&reader, html, length);
  if (reader.n_around <= MAX_FRAMES_AROUND)
    read_frames (&reader);
  else if (reader.frames->len > 0)
    buoy_message_note (message->limits, "html-depth");
  reader_clear (&reader);
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

  read_document (message, html, length, &nothing);
}
