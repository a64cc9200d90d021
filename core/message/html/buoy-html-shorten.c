/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/html/buoy-html-shorten.h"

#include <string.h>

#include "base/text/buoy-text.h"
#include "message/buoy-message-builder.h"
#include "message/css/buoy-css-sheet.h"
#include "message/dom/buoy-html-scan.h"
#include "message/picture/buoy-picture.h"

#define SCHEME "data:"
#define PICTURE SCHEME "image/"
#define DRAWING PICTURE "svg"        /* can be a page */
#define ADDRESS_ENDS " \t\r\n\f\"')" /* end an address in a list or in a style */
#define BLANKS " \t\r\n\f"
#define COPY_BYTES_A_STEP 16

static gboolean
is_named (const BuoyHtmlToken *token, const char *name)
{
  return token->name_length == strlen (name) && g_ascii_strncasecmp (token->name, name, token->name_length) == 0;
}

static gboolean
begins_with (const char *text, const char *start)
{
  return g_ascii_strncasecmp (text, start, strlen (start)) == 0;
}

/* The first embedded file in @text that cannot show text: a picture, or any file in a list or a style. (nullable) */
static const char *
find_file (const char *text, gboolean is_list, BuoyBudget *budget)
{
  const gsize scheme_length = strlen (SCHEME);

  for (const char *p = text; (p = strchr (p, ':')) != NULL && buoy_budget_spend (budget, 1); p++)
    {
      const char *start = p + 1 - scheme_length;

      if (start >= text && begins_with (start, SCHEME)
          && (is_list || (begins_with (start, PICTURE) && !begins_with (start, DRAWING))))
        return start;
    }
  return NULL;
}

/* Reads the embedded pictures in @text, (transfer full), of a token, and returns the text with only the scheme of their
 * addresses, (transfer full).
 */
static char *
take_files (BuoyMessage *message, const BuoyHtmlToken *token, char *text)
{
  const gboolean is_list
      = token->kind == BUOY_HTML_TOKEN_STYLE || is_named (token, "style") || is_named (token, "srcset");
  g_autofree char *whole = text;
  GString *rest = g_string_new (NULL);
  const char *p = whole;
  const char *file;

  while ((file = find_file (p, is_list, message->budget)) != NULL)
    {
      const gsize length = is_list ? strcspn (file, ADDRESS_ENDS) : strlen (file);
      g_autofree char *address = g_strndup (file, length);

      buoy_picture_read_inline (message, address);
      g_string_append_len (rest, p, file - p);
      g_string_append (rest, SCHEME);
      p = file + length;
    }
  g_string_append (rest, p);
  return g_string_free (rest, FALSE);
}

/* Whether an attribute contains an address, a page, a style or a script. */
static gboolean
is_used (const BuoyHtmlToken *token)
{
  static const char *const names[] = { "action", "class",  "content", "data", "formaction", "from",       "href", "id",
                                       "src",    "srcdoc", "style",   "to",   "values",     "xlink:href", NULL };
  g_autofree char *name = g_ascii_strdown (token->name, (gssize) token->name_length);

  return g_strv_contains (names, name) || g_str_has_prefix (name, "on");
}

/* Whether a data: URL is shown as a page whose links count. A link to a data: URL is judged by its type, and an <img>
 * does not show links.
 */
static gboolean
is_page (const BuoyHtmlToken *token, const char *address)
{
  g_autofree char *type = g_ascii_strdown (address, (gssize) strcspn (address, ","));

  if (token->tag == GUMBO_TAG_IMG || is_named (token, "href"))
    return FALSE;
  return strstr (type, "html") != NULL || strstr (type, "svg") != NULL || strstr (type, "xml") != NULL;
}

static const char *
limit_of_value (const BuoyHtmlToken *token, const char *text)
{
  const char *value = text + strspn (text, BLANKS);

  if (!is_used (token))
    return "visible-text";
  return !begins_with (value, SCHEME) || is_page (token, value) ? "page" : NULL;
}

/* The limit to note if the token is cut; NULL if readers see nothing of it. */
static const char *
limit_of (const BuoyHtmlToken *token, const char *text)
{
  switch (token->kind)
    {
    case BUOY_HTML_TOKEN_TEXT:
      return "visible-text";
    case BUOY_HTML_TOKEN_STYLE:
      return "page";
    case BUOY_HTML_TOKEN_VALUE:
      return limit_of_value (token, text);
    case BUOY_HTML_TOKEN_COMMENT: /* for Outlook */
      return begins_with (text + strspn (text, BLANKS), "[if") ? "page" : NULL;
    default:
      return NULL;
    }
}

static char *
shorten (BuoyHtmlReader *reader, const BuoyHtmlToken *token)
{
  BuoyMessage *message = reader->message;
  g_autofree char *text = g_strndup (token->start, (gsize) (token->end - token->start));
  const char *limit;

  if (token->kind == BUOY_HTML_TOKEN_VALUE || token->kind == BUOY_HTML_TOKEN_STYLE)
    text = take_files (message, token, g_steal_pointer (&text));
  if (strlen (text) <= BUOY_MAX_TOKEN_BYTES)
    return g_steal_pointer (&text);
  limit = limit_of (token, text);
  if (limit != NULL)
    buoy_message_note (message->limits, limit);
  if (token->kind == BUOY_HTML_TOKEN_STYLE)
    buoy_css_sheet_doubt (reader->sheet);
  return buoy_text_cut_middle (text, BUOY_MAX_TOKEN_BYTES);
}

char *
buoy_html_shorten (BuoyHtmlReader *reader, const char *html, gsize length, const GArray *tokens)
{
  GString *page = g_string_new (NULL);
  const char *p = html;

  /* Bounded: each is longer than BUOY_MAX_TOKEN_BYTES */
  for (guint i = 0; i < tokens->len; i++)
    {
      const BuoyHtmlToken *token = &g_array_index (tokens, BuoyHtmlToken, i);
      g_autofree char *shorter = NULL;

      if (!buoy_budget_spend (reader->message->budget, (gsize) (token->end - p) / COPY_BYTES_A_STEP))
        break;
      shorter = shorten (reader, token);
      g_string_append_len (page, p, token->start - p);
      g_string_append (page, shorter);
      p = token->end;
    }
  g_string_append_len (page, p, html + length - p);
  return g_string_free (page, FALSE);
}
