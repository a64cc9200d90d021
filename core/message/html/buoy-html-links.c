/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/html/buoy-html-links.h"

#include <gumbo.h>
#include <string.h>

#include "base/text/buoy-text.h"
#include "message/buoy-message-builder.h"
#include "message/buoy-message.h"
#include "message/dom/buoy-html-tags.h"
#include "message/html/buoy-html-fields.h"
#include "message/html/buoy-html-inside.h"
#include "message/html/buoy-html-labels.h"
#include "message/html/buoy-html-reader.h"
#include "message/html/buoy-html-text.h"
#include "message/html/buoy-readings.h"
#include "message/picture/buoy-picture.h"

#define MAX_CLICKED_TEXT 200 /* bytes; an element with more is a page, not a button */
#define MAX_BASE_BYTES 2048  /* relative links are this long when resolved; servers refuse longer URLs */

/* The attribute's value if it is @href within white space; NULL if it equals @href, or is something else. */
static char *
written_href (const GumboNode *element, const char *href)
{
  const char *value = buoy_html_href (element);
  g_autofree char *stripped = value != NULL ? buoy_message_strip_href (value) : NULL;

  if (g_strcmp0 (stripped, href) != 0 || g_str_equal (value, href))
    return NULL;
  return buoy_text_make_valid (value, -1);
}

/* SVG files may bind XLink to any prefix: <a l:href="…">. */
static const char *
href_by_any_name (const GumboNode *element)
{
  const GumboVector *attributes = &element->v.element.attributes;

  for (guint i = 0; i < attributes->length; i++)
    {
      const GumboAttribute *attribute = attributes->data[i];

      if (g_str_has_suffix (attribute->name, ":href"))
        return attribute->value;
    }
  return NULL;
}

char *
buoy_html_link_target (const BuoyHtmlReader *reader, const GumboNode *element)
{
  const GumboElement *tag = &element->v.element;
  const char *href;
  char *clicked;

  if (tag->attributes.length == 0 || (tag->tag != GUMBO_TAG_A && tag->tag_namespace != GUMBO_NAMESPACE_MATHML))
    return NULL;
  clicked = buoy_html_clicked_address (reader, element);
  if (clicked != NULL)
    return clicked;
  href = buoy_html_href (element);
  if (href == NULL && tag->tag_namespace == GUMBO_NAMESPACE_SVG)
    href = href_by_any_name (element);
  return href != NULL ? buoy_message_strip_href (href) : NULL;
}

/* The text of the tooltip, or for screen readers. (transfer full) (nullable) */
static char *
title_of (const GumboNode *element)
{
  const char *title = buoy_html_attribute (element, "title");

  if (title == NULL || *title == '\0')
    title = buoy_html_attribute (element, "aria-label");
  return title != NULL && *title != '\0' ? buoy_text_squeeze (title) : NULL;
}

void
buoy_html_open_link (BuoyHtmlReader *reader, const GumboNode *element, char *href, gboolean reversed)
{
  BuoyOpenLink *link = g_new0 (BuoyOpenLink, 1);

  link->around = reader->link;
  link->kind = BUOY_LINK_ANCHOR;
  link->href = href;
  link->written = written_href (element, href);
  link->title = title_of (element);
  buoy_readings_init (&link->text);
  if (reversed)
    buoy_readings_mark (&link->text, BUOY_OVERRIDE_RTL);
  link->alts = g_string_new (NULL);
  link->reversed = reversed;
  reader->link = link;
}

/* The visible text of a link in one reading; if there is none, the alternative texts of its images. */
static char *
seen_text (const BuoyOpenLink *link, const GString *reading)
{
  g_autofree char *text = buoy_message_see_text (reading->str);
  g_autofree char *visible = NULL;

  if (*text != '\0' || link->alts->len == 0)
    return g_steal_pointer (&text);
  visible = buoy_text_strip_invisible (link->alts->str);
  return buoy_text_squeeze (visible);
}

/* Adds a link. @text, @href and @title are (transfer full). Returns NULL if there are too many. */
static BuoyLink *
add_link (BuoyHtmlReader *reader, BuoyLinkKind kind, char *text, char *href, char *title, gboolean has_image)
{
  GPtrArray *links = reader->message->links;
  const guint before = links->len;
  BuoyLink *link;

  buoy_message_add_link (reader->message, kind, text, href, reader->base, has_image, TRUE);
  if (links->len == before)
    {
      g_free (title);
      return NULL;
    }
  link = g_ptr_array_index (links, before);
  link->title = title;
  return link;
}

static void
add_other_readings (BuoyLink *link, const BuoyOpenLink *open)
{
  g_autoptr (GString) turned = open->may_turn ? buoy_readings_turn (open->text.full) : NULL;

  link->surely_seen = open->surely_seen;
  if (turned != NULL || open->text.full->len != open->text.likely->len)
    link->full_text = seen_text (open, turned != NULL ? turned : open->text.full);
  if (open->text.sure->len != open->text.likely->len)
    link->sure_text = seen_text (open, open->text.sure);
  if (open->text.head_ends)
    link->head_text = seen_text (open, open->text.head);
}

/* A page may nest links, in a table cell, for example. The inner one's text opens that, so it is only possibly the
 * outer one's. A long text is not handed on: it would be once for each link around it, and is reported anyway.
 */
static void
append_to_outer (const BuoyOpenLink *link)
{
  if (link->around != NULL && link->text.full->len <= BUOY_MAX_LINK_BYTES)
    buoy_readings_append_doubtful (&link->around->text, &link->text);
}

void
buoy_html_close_link (BuoyHtmlReader *reader)
{
  BuoyOpenLink *link = reader->link;
  BuoyLink *added;

  reader->link = link->around;

  if (link->text.full->len > BUOY_MAX_LINK_BYTES || link->alts->len > BUOY_MAX_LINK_BYTES)
    buoy_message_note (reader->message->limits, "links");
  if (link->reversed)
    buoy_readings_mark (&link->text, BUOY_OVERRIDE_END);
  if (link->title == NULL && link->alts->len > 0 && link->text.likely->len > 0)
    link->title = buoy_text_squeeze (link->alts->str);
  added = add_link (reader, link->kind, seen_text (link, link->text.likely), g_steal_pointer (&link->href),
                    g_steal_pointer (&link->title), link->has_image);
  if (added != NULL)
    {
      add_other_readings (added, link);
      if (link->written != NULL)
        {
          g_free (added->written);
          added->written = g_steal_pointer (&link->written);
        }
    }
  append_to_outer (link);
  g_free (link->written);
  buoy_readings_clear (&link->text);
  g_string_free (link->alts, TRUE);
  g_free (link);
}

static BuoyLink *
add_simple_link (BuoyHtmlReader *reader, BuoyLinkKind kind, const char *text, const char *href, char *title)
{
  g_autofree char *visible = buoy_text_strip_invisible (text != NULL ? text : "");

  return add_link (reader, kind, buoy_text_squeeze (visible), buoy_message_strip_href (href), title, FALSE);
}

static void
read_meta (BuoyHtmlReader *reader, const GumboNode *element)
{
  g_autofree char *target = buoy_html_refresh_target (element);

  if (target != NULL)
    add_simple_link (reader, BUOY_LINK_REFRESH, "", target, NULL);
}

static void
read_input (BuoyHtmlReader *reader, const GumboNode *element)
{
  const char *type = buoy_html_attribute (element, "type");
  const char *action = buoy_html_attribute (element, "formaction");
  g_autofree char *label = buoy_html_button_label (element);

  if (type != NULL && g_ascii_strcasecmp (type, "password") == 0)
    reader->message->has_password_field = TRUE;
  if (reader->link != NULL && element->v.element.tag == GUMBO_TAG_INPUT
      && (type == NULL || g_ascii_strcasecmp (type, "hidden") != 0))
    buoy_readings_append (&reader->link->text, label, BUOY_DOUBTFUL);
  if (action != NULL)
    add_simple_link (reader, BUOY_LINK_FORM, label, action, title_of (element));
  else if (reader->form != NULL && buoy_html_submits (element))
    {
      g_free (reader->form->text);
      reader->form->text = g_steal_pointer (&label);
      reader->form = NULL;
    }
}

/* The text of a form is the label of its first submit button, which comes later. */
static void
read_form (BuoyHtmlReader *reader, const GumboNode *element)
{
  const char *action = buoy_html_attribute (element, "action");
  GPtrArray *links = reader->message->links;
  const guint before = links->len;

  reader->form = NULL;
  if (action == NULL || *action == '\0')
    return;
  add_simple_link (reader, BUOY_LINK_FORM, "", action, NULL);
  if (links->len > before)
    reader->form = g_ptr_array_index (links, before);
}

static void
read_area (BuoyHtmlReader *reader, const GumboNode *element)
{
  BuoyLink *link;

  if (buoy_html_href (element) == NULL)
    return;
  link = add_simple_link (reader, BUOY_LINK_AREA, buoy_html_attribute (element, "alt"), buoy_html_href (element),
                          title_of (element));
  if (link != NULL && link->written == NULL)
    link->written = written_href (element, link->href);
}

/* An overlong base is cut: links still lead to its host. */
static void
read_base (BuoyHtmlReader *reader, const GumboNode *element)
{
  const char *href = buoy_html_href (element);
  g_autofree char *cut = NULL;
  g_autofree char *base = NULL;
  gsize length;

  if (reader->base != NULL || href == NULL)
    return;
  length = strlen (href);
  if (length > MAX_BASE_BYTES)
    buoy_message_note (reader->message->limits, "page");
  cut = buoy_text_make_valid (href, (gssize) MIN (length, MAX_BASE_BYTES));
  base = buoy_message_strip_href (cut);
  reader->base = g_ref_string_new (base);
}

/* A text that each slot of a link shows again may become far longer than its page; it is reported, and cut anyway. */
static void
append_to_link (BuoyOpenLink *link, const char *alt)
{
  if (link->alts->len <= BUOY_MAX_LINK_BYTES)
    buoy_html_append_collapsed (link->alts, alt);
}

static void
append_alt (GString *alts, const char *alt)
{
  if (alts->len >= BUOY_MAX_VISIBLE_BYTES)
    return;
  buoy_html_break_line (alts);
  buoy_html_append_collapsed (alts, alt);
}

void
buoy_html_read_image (BuoyHtmlReader *reader, const GumboNode *element, BuoyVisibility visibility)
{
  const char *alt = buoy_html_attribute (element, "alt");
  const char *src = buoy_html_attribute (element, "src");

  if (src != NULL)
    buoy_picture_read_inline (reader->message, src);
  if (alt == NULL || *alt == '\0')
    alt = buoy_html_attribute (element, "title");
  if (reader->link != NULL)
    {
      reader->link->has_image = TRUE;
      reader->link->surely_seen |= visibility == BUOY_VISIBLE;
    }
  if (alt == NULL || *alt == '\0')
    return;
  append_alt (visibility < BUOY_HIDDEN ? reader->alts : reader->hidden_alts, alt);
  if (reader->link != NULL)
    append_to_link (reader->link, alt);
}

/* Adds the title of an SVG drawing, the accessible name of a part of a link, or what a field in it shows. */
void
buoy_html_read_label (BuoyHtmlReader *reader, const GumboNode *element)
{
  const char *label = buoy_html_attribute (element, "aria-label");
  const char *hint = buoy_html_field_hint (element);
  g_autofree char *title = NULL;

  if (reader->link == NULL)
    return;
  if (hint != NULL)
    buoy_readings_append (&reader->link->text, hint, BUOY_DOUBTFUL);
  if (label != NULL)
    append_to_link (reader->link, label);
  if (element->v.element.tag != GUMBO_TAG_TITLE || element->v.element.tag_namespace != GUMBO_NAMESPACE_SVG)
    return;
  /* nobody has spent its length once more for each slot */
  if (reader->in_slot)
    return;
  title = buoy_html_button_label (element);
  append_to_link (reader->link, title);
}

/* <animate attributeName="href" values="a;b">, <set … to="b">: how SVG can change a link's target. */
static void
read_animation (BuoyHtmlReader *reader, const GumboNode *element)
{
  const char *attribute = buoy_html_attribute (element, "attributeName");
  const char *to = buoy_html_attribute (element, "to");
  const char *values = buoy_html_attribute (element, "values");
  const char *last = values != NULL ? strrchr (values, ';') : NULL;

  if (reader->link == NULL || attribute == NULL || !g_str_has_suffix (attribute, "href"))
    return;
  if (to == NULL)
    to = last != NULL && last[1] != '\0' ? last + 1 : values;
  if (to == NULL)
    return;
  if (reader->link->written == NULL)
    reader->link->written = g_steal_pointer (&reader->link->href);
  g_free (reader->link->href);
  reader->link->href = buoy_message_strip_href (to);
}

void
buoy_html_read_special (BuoyHtmlReader *reader, const GumboNode *element)
{
  switch (element->v.element.tag)
    {
    case GUMBO_TAG_AREA:
      read_area (reader, element);
      break;
    case GUMBO_TAG_FORM:
      read_form (reader, element);
      break;
    case GUMBO_TAG_LABEL:
      buoy_html_read_form_label (reader, element);
      break;
    case GUMBO_TAG_META:
      read_meta (reader, element);
      break;
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_BUTTON:
      read_input (reader, element);
      break;
    case GUMBO_TAG_BASE:
      read_base (reader, element);
      break;
    default:
      if (element->v.element.tag_namespace == GUMBO_NAMESPACE_SVG)
        read_animation (reader, element);
      break;
    }
}

void
buoy_html_read_clicks (BuoyHtmlReader *reader, const GumboNode *element)
{
  g_autofree char *address = reader->in_slot ? NULL : buoy_html_clicked_address (reader, element);
  g_autofree char *label = NULL;

  if (address == NULL || element->v.element.tag == GUMBO_TAG_A)
    return;
  label = buoy_html_button_label (element);
  add_simple_link (reader, BUOY_LINK_ANCHOR, strlen (label) <= MAX_CLICKED_TEXT ? label : "", address,
                   title_of (element));
}
