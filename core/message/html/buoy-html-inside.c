/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/html/buoy-html-inside.h"

#include <gumbo.h>
#include <string.h>

#include "base/text/buoy-text.h"
#include "message/buoy-message-builder.h"
#include "message/dom/buoy-html-tags.h"
#include "message/html/buoy-html-reader.h"
#include "message/script/buoy-page-address.h"

#define SCRIPT_URL "javascript:"
#define DATA_URL "data:"
#define MAX_FRAMES 20 /* of one page */

/* The URL of the page embedded by @element; NULL. */
static const char *
source_of (const GumboNode *element)
{
  const char *source = NULL;

  switch (element->v.element.tag)
    {
    case GUMBO_TAG_OBJECT:
      source = buoy_html_attribute (element, "data");
      break;
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_FRAME:
    case GUMBO_TAG_EMBED:
      source = buoy_html_attribute (element, "src");
      break;
    default:
      break;
    }
  return source != NULL ? source + strspn (source, " \t\r\n\f") : NULL;
}

/* data:text/html;base64,… (RFC 2397), if it is shown as a page; NULL. */
static char *
open_data_url (const char *url)
{
  const char *comma = url != NULL ? strchr (url, ',') : NULL;
  g_autofree char *type = NULL;
  g_autofree char *text = NULL;

  if (comma == NULL || g_ascii_strncasecmp (url, DATA_URL, strlen (DATA_URL)) != 0)
    return NULL;
  url += strlen (DATA_URL);
  type = g_ascii_strdown (url, comma - url);
  if (strstr (type, "html") == NULL && strstr (type, "svg") == NULL && strstr (type, "xml") == NULL)
    return NULL;
  text = g_uri_unescape_string (comma + 1, NULL);
  if (text == NULL)
    text = g_strdup (comma + 1);
  if (strstr (type, ";base64") != NULL && *text != '\0')
    {
      gsize length;

      g_base64_decode_inplace (text, &length);
      text[length] = '\0';
    }
  return buoy_text_make_valid (text, -1);
}

void
buoy_html_keep_frame (BuoyHtmlReader *reader, const GumboNode *element)
{
  const char *document = element->v.element.tag == GUMBO_TAG_IFRAME ? buoy_html_attribute (element, "srcdoc") : NULL;
  char *page = document != NULL ? buoy_text_make_valid (document, -1) : open_data_url (source_of (element));

  if (page == NULL)
    return;
  if (reader->frames->len < MAX_FRAMES)
    g_ptr_array_add (reader->frames, page);
  else
    {
      buoy_message_note (reader->message->limits, "html-depth");
      g_free (page);
    }
}

static gboolean
is_click (const char *name)
{
  static const char *const names[] = { "onclick",       "ondblclick",  "onauxclick",   "onmousedown", "onmouseup",
                                       "onpointerdown", "onpointerup", "ontouchstart", "ontouchend",  NULL };

  return g_strv_contains (names, name);
}

static const GumboAttribute *
attribute_at (const GumboNode *element, guint i)
{
  return element->v.element.attributes.data[i];
}

/* <a href="javascript:…"> is a click too. */
char *
buoy_html_clicked_address (const BuoyHtmlReader *reader, const GumboNode *element)
{
  const char *href = buoy_html_attribute (element, "href");

  if (reader->inside == NULL)
    return NULL;
  if (href != NULL && g_ascii_strncasecmp (href, SCRIPT_URL, strlen (SCRIPT_URL)) == 0)
    return buoy_page_find_address (href + strlen (SCRIPT_URL));
  for (guint i = 0; i < element->v.element.attributes.length; i++)
    {
      const GumboAttribute *attribute = attribute_at (element, i);
      char *address = is_click (attribute->name) ? buoy_page_find_address (attribute->value) : NULL;

      if (address != NULL)
        return address;
    }
  return NULL;
}

void
buoy_html_keep_handlers (BuoyHtmlReader *reader, const GumboNode *element)
{
  for (guint i = 0; reader->inside != NULL && i < element->v.element.attributes.length; i++)
    {
      const GumboAttribute *attribute = attribute_at (element, i);

      if (g_str_has_prefix (attribute->name, "on") && !is_click (attribute->name))
        g_string_append_printf (reader->inside, "<script>%s</script>\n", attribute->value);
    }
}
