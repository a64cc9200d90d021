/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/html/buoy-html-inside.h"

#include <gumbo.h>
#include <string.h>

#include "base/text/buoy-charset-readings.h"
#include "base/text/buoy-charset.h"
#include "base/text/buoy-text.h"
#include "base/url/buoy-data-url.h"
#include "message/buoy-message-builder.h"
#include "message/dom/buoy-html-tags.h"
#include "message/html/buoy-html-reader.h"
#include "message/script/buoy-page-address.h"

#define SCRIPT_URL "javascript:"
#define MAX_FRAMES 20 /* of one page */
#define URL_PASSES 8  /* over a URL: it is stripped, and twice unescaped and decoded */

/* The URL of the page that @element embeds; NULL if there is none. */
static const char *
source_of (const GumboNode *element)
{
  switch (element->v.element.tag)
    {
    case GUMBO_TAG_OBJECT:
      return buoy_html_attribute (element, "data");
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_FRAME:
    case GUMBO_TAG_EMBED:
      return buoy_html_attribute (element, "src");
    default:
      return NULL;
    }
}

/* Whether @type, of a data: URL, is shown as a page. The type attribute of an <object> counts too (HTML §4.8.7). */
static gboolean
is_page (const char *type, const GumboNode *element)
{
  const char *attribute = element->v.element.tag == GUMBO_TAG_OBJECT || element->v.element.tag == GUMBO_TAG_EMBED
                              ? buoy_html_attribute (element, "type")
                              : NULL;
  g_autofree char *other = g_ascii_strdown (attribute != NULL ? attribute : "", -1);
  static const char *const pages[] = { "html", "svg", "xml" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (strstr (type, pages[i]) != NULL || strstr (other, pages[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* The charset parameter in the type of a data: URL. (transfer full) (nullable) */
static char *
charset_of (const char *type)
{
  const char *charset = strstr (type, "charset=");

  if (charset == NULL)
    return NULL;
  charset += strlen ("charset=");
  charset += *charset == '"' ? 1 : 0;
  return g_strndup (charset, strcspn (charset, ";\""));
}

/* Keeps @page, (transfer full), unless there are too many. */
static void
keep_page (BuoyHtmlReader *reader, char *page)
{
  if (reader->frames->len < MAX_FRAMES)
    {
      BuoyHtmlFrame *frame = g_new (BuoyHtmlFrame, 1);

      frame->page = page;
      frame->link = g_strdup (reader->link != NULL ? reader->link->href : reader->in_link);
      g_ptr_array_add (reader->frames, frame);
      return;
    }
  buoy_message_note (reader->message->limits, "html-depth");
  g_free (page);
}

/* Keeps the page in each way in which programs may read its bytes. They find the charset in different places. */
static void
keep_bytes (BuoyHtmlReader *reader, const char *bytes, gsize length, const char *charset)
{
  BuoyBudget *budget = reader->message->budget;
  gboolean guessed = FALSE;
  g_autofree char *text = buoy_charset_decode (bytes, length, charset, budget, &guessed);
  g_autofree char *unlabelled = buoy_charset_decode (bytes, length, NULL, budget, &guessed);
  g_autoptr (GPtrArray) others = buoy_charset_find_readings (bytes, length, charset, text, budget);

  if (!g_str_equal (unlabelled, text))
    g_ptr_array_add (others, g_steal_pointer (&unlabelled));
  keep_page (reader, g_steal_pointer (&text));
  /* Bounded: BUOY_MAX_CHARSET_READINGS */
  for (guint i = 0; i < others->len; i++)
    keep_page (reader, g_strdup (g_ptr_array_index (others, i)));
}

static void
keep_data (BuoyHtmlReader *reader, const BuoyDataUrl *url, gboolean is_base64, const char *charset)
{
  g_autoptr (GBytes) decoded = buoy_data_url_decode (url, is_base64);
  gsize length;
  const char *bytes = g_bytes_get_data (decoded, &length);

  keep_bytes (reader, bytes != NULL ? bytes : "", length, charset);
}

/* Keeps the content of a data: URL that is shown as a page. */
static void
keep_data_url (BuoyHtmlReader *reader, const GumboNode *element, const char *source)
{
  g_autoptr (BuoyDataUrl) url = NULL;
  g_autofree char *charset = NULL;

  if (strchr (source, ',') == NULL || !buoy_budget_spend (reader->message->budget, URL_PASSES * strlen (source)))
    return;
  url = buoy_data_url_parse (source);
  if (url == NULL || !is_page (url->type, element))
    return;
  charset = charset_of (url->type);
  keep_data (reader, url, url->is_base64, charset);
  /* only some programs decode base64 if a parameter follows it */
  if (!url->is_base64 && strstr (url->type, "base64") != NULL)
    keep_data (reader, url, TRUE, charset);
}

void
buoy_html_frame_free (gpointer data)
{
  BuoyHtmlFrame *frame = data;

  g_free (frame->page);
  g_free (frame->link);
  g_free (frame);
}

void
buoy_html_keep_frame (BuoyHtmlReader *reader, const GumboNode *element)
{
  const char *document = element->v.element.tag == GUMBO_TAG_IFRAME ? buoy_html_attribute (element, "srcdoc") : NULL;
  const char *source = source_of (element);

  if (document != NULL)
    keep_page (reader, buoy_text_make_valid (document, -1));
  else if (source != NULL)
    keep_data_url (reader, element, source);
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

/* <a href="javascript:…"> runs on a click too. */
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
