/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a page's scripts do, by the words in them; nothing is run. A script that builds its page out of numbers hides it
 * from everybody but the reader, and one that goes elsewhere makes the page a link.
 */
#include "config.h"

#include <string.h>

#include "base/buoy-text.h"
#include "message/buoy-page-private.h"

#define MAX_TITLE_BYTES 1024  /* of a title; browsers show a few words */
#define MAX_URL_BYTES 8192    /* of an address in a script */
#define MAX_NAME_BYTES 64     /* of "window.location.replace" */

typedef struct
{
  const char *word;
  BuoyScriptSign sign;
} SignRow;

static const SignRow signs[] = {
  { "atob(", BUOY_SCRIPT_DECODES },
  { "unescape(", BUOY_SCRIPT_DECODES },
  { "fromCharCode", BUOY_SCRIPT_DECODES },
  { "document.write", BUOY_SCRIPT_WRITES },
  { "eval(", BUOY_SCRIPT_WRITES },
  { "new Function(", BUOY_SCRIPT_WRITES },
  { "createObjectURL", BUOY_SCRIPT_WRITES },
};

/* The first @word in the @length bytes at @text, letter case aside; NULL. */
static const char *
find (const char *text, gsize length, const char *word)
{
  const gsize n = strlen (word);
  const char both[] = { g_ascii_tolower (*word), g_ascii_toupper (*word), '\0' };
  const char *end = text + length;

  for (const char *p = text; (gsize) (end - p) >= n; p++)
    {
      p += strcspn (p, both);
      if (p >= end || (gsize) (end - p) < n)
        return NULL;
      if (g_ascii_strncasecmp (p, word, n) == 0)
        return p;
    }
  return NULL;
}

/* The first @word of a script, not the end of a longer one; NULL. */
static const char *
find_word (const char *text, const char *end, const char *word)
{
  for (const char *p = text; (p = memmem (p, (gsize) (end - p), word, strlen (word))) != NULL; p++)
    if (p == text || (!g_ascii_isalnum (p[-1]) && p[-1] != '_' && p[-1] != '$'))
      return p;
  return NULL;
}

/* What stands between the tag @open and its end tag, from @text to @end; NULL. */
static const char *
find_element (const char *text, const char *end, const char *open, const char *close,
              gsize *out_length)
{
  const char *tag = find (text, (gsize) (end - text), open);
  const char *start = tag != NULL ? memchr (tag, '>', (gsize) (end - tag)) : NULL;
  const char *stop;

  if (start == NULL)
    return NULL;
  start++;
  stop = find (start, (gsize) (end - start), close);
  *out_length = (gsize) ((stop != NULL ? stop : end) - start);
  return start;
}

/* Read before the page itself, as a page of its own: so its character references are decoded. */
void
buoy_page_read_title (BuoyMessage *content, const char *html)
{
  gsize length = 0;
  const char *title = find_element (html, html + strlen (html), "<title", "</title", &length);
  g_autofree char *text = NULL;
  g_autofree char *valid = NULL;

  if (title == NULL)
    return;
  text = g_strndup (title, MIN (length, MAX_TITLE_BYTES));
  g_strdelimit (text, "<>", ' ');
  valid = buoy_text_make_valid (text, -1);
  buoy_html_read (content, valid, strlen (valid));
  g_free (content->subject);
  content->subject = buoy_text_squeeze (content->html_text);
  g_free (content->html_text);
  content->html_text = g_strdup ("");
}

static const char *
skip_blanks (const char *p, const char *end)
{
  while (p < end && g_ascii_isspace (*p))
    p++;
  return p;
}

/* The address that is given to @location: = "…", .href = '…', .replace ("…"), .assign (`…`). */
static char *
given_address (const char *location, const char *end)
{
  const char *p = location;
  gsize n;

  while (p < end && (g_ascii_isalnum (*p) || *p == '.') && p - location < MAX_NAME_BYTES)
    p++;
  p = skip_blanks (p, end);
  if (p >= end || (*p != '=' && *p != '('))
    return NULL;
  p = skip_blanks (p + 1, end);
  if (p >= end || strchr ("\"'`", *p) == NULL)
    return NULL;
  n = strcspn (p + 1, "\"'`\n");
  if (n == 0 || n > MAX_URL_BYTES || n >= (gsize) (end - p))
    return NULL;
  return g_strndup (p + 1, n);
}

static gboolean
is_address (const char *text)
{
  return g_ascii_strncasecmp (text, "http:", 5) == 0 || g_ascii_strncasecmp (text, "https:", 6) == 0
         || g_str_has_prefix (text, "//");
}

static guint
read_location (BuoyMessage *content, const char *script, gsize length)
{
  static const char *const places[] = { "location", "window.open" };
  const char *end = script + length;
  guint found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (const char *p = script; (p = find_word (p, end, places[i])) != NULL;
         p += strlen (places[i]))
      {
        g_autofree char *address = given_address (p, end);

        if (address == NULL || !is_address (address))
          continue;
        found = BUOY_SCRIPT_LEAVES;
        buoy_message_add_link (content, BUOY_LINK_REFRESH, g_strdup (""),
                               g_steal_pointer (&address), NULL, FALSE, TRUE);
      }
  return found;
}

static guint
read_script (BuoyMessage *content, const char *script, gsize length)
{
  guint found = read_location (content, script, length);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (find_word (script, script + length, signs[i].word) != NULL)
      found |= signs[i].sign;
  return found;
}

guint
buoy_page_read_scripts (BuoyMessage *content, const char *html)
{
  const char *end = html + strlen (html);
  gsize length = 0;
  guint found = 0;

  for (const char *p = html; (p = find_element (p, end, "<script", "</script", &length)) != NULL;
       p += length)
    found |= read_script (content, p, length);
  return found;
}
