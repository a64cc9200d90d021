/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The pages that Evolution's formatter makes of a message, read as bytes: a page can only display a link where they
 * have “href”, whatever the parser of the browser makes of the rest. Charsets of pages write this as ASCII does.
 */
#include "config.h"

#include <string.h>

#include "display-private.h"

#define MAX_PAGES 50
#define MAX_PAGE_BYTES (1024 * 1024)
/* What may have a page that is not Evolution's; and an escape between two letters, which is none to a browser. */
#define OTHER_PAGES "<frame|<object|<embed|srcdoc|<\\?xml|\\x1b"
/* An attachment that is not open is kept in an attribute. */
#define EVOLUTION_FRAME "^iframe [^<>]*? src=(?:\"|&quot;)(" MESSAGE "[\\w.=?%/:&;-]+?)(?:\"|&quot;)"

typedef struct
{
  GHashTable *hrefs; /* as the engine has them */
  GPtrArray *pages;  /* of char *: URIs */
} Reading;

/* Whether the “&” at @at stands for itself in an attribute, as that before a field of a query does (HTML Standard,
 * §13.2.5.73).
 */
static gboolean
is_plain (const char *at)
{
  do
    at++;
  while (g_ascii_isalnum (*at));
  return *at == '=';
}

/* Returns NULL if it may have other references than “&amp;”. (nullable) */
static char *
decode (const char *text, gsize length)
{
  g_autoptr (GString) decoded = g_string_new_len (text, (gssize) length);

  for (const char *at = decoded->str; (at = strchr (at, '&')) != NULL; at++)
    if (!g_str_has_prefix (at, "&amp;") && !is_plain (at))
      return NULL;
  g_string_replace (decoded, "&amp;", "&", 0);
  return g_string_free (g_steal_pointer (&decoded), FALSE);
}

/* The value of an attribute, whose name ends at @at; NULL if it is not surely this. (nullable) */
static char *
read_value (const char *at)
{
  const char *end;

  if (at[0] != '=' || (at[1] != '"' && at[1] != '\''))
    return NULL;
  end = strchr (at + 2, at[1]);
  return end != NULL ? decode (at + 2, (gsize) (end - at - 2)) : NULL;
}

static gboolean
is_known (const Reading *self, const char *href)
{
  return href != NULL
         && (g_hash_table_contains (self->hrefs, href) || g_ascii_strncasecmp (href, "mailto:", 7) == 0
             || g_str_has_prefix (href, "evo-file:")); /* Evolution's own style sheets */
}

static gboolean
has_other_links (const Reading *self, const char *html)
{
  g_autofree char *lower = g_ascii_strdown (html, -1);

  for (const char *at = lower; (at = strstr (at, "href")) != NULL; at += strlen ("href"))
    {
      g_autofree char *href = read_value (html + (at - lower) + strlen ("href"));

      if (!is_known (self, href))
        return TRUE;
    }
  return FALSE;
}

/* The page in a frame that Evolution makes, which is a part of the message; NULL for any other. (nullable) */
static char *
read_source (const char *frame)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GRegex) regex = g_regex_new (EVOLUTION_FRAME, 0, 0, NULL);
  g_autoptr (GString) uri = g_string_new (NULL);
  g_autofree char *source = NULL;

  if (!g_regex_match (regex, frame, 0, &match))
    return NULL;
  source = g_match_info_fetch (match, 1);
  g_string_append (uri, source);
  g_string_replace (uri, "&amp;", "&", 0);
  return g_string_free (g_steal_pointer (&uri), FALSE);
}

/* Adds the pages in frames. Returns whether each is one that Evolution makes. */
static gboolean
add_frames (Reading *self, const char *html)
{
  g_autofree char *lower = g_ascii_strdown (html, -1);

  for (const char *at = lower; (at = strstr (at, "iframe")) != NULL; at++)
    {
      g_autofree char *uri = read_source (html + (at - lower));

      if (at == lower || strchr ("<;", at[-1]) == NULL)
        continue; /* in a name, or the end of a frame */
      if (uri == NULL)
        return FALSE;
      if (!g_ptr_array_find_with_equal_func (self->pages, uri, g_str_equal, NULL))
        g_ptr_array_add (self->pages, g_steal_pointer (&uri));
    }
  return TRUE;
}

/* (nullable) (transfer full) */
static char *
format (Display *display, const char *uri)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autofree char *type = NULL;
  g_autofree char *html = g_malloc (MAX_PAGE_BYTES);
  gint64 length = 0;
  gsize n = 0;

  e_content_request_process_sync (display->formatter, uri, G_OBJECT (display->view), &stream, &length, &type, NULL,
                                  NULL);
  if (stream == NULL || !g_regex_match_simple ("^text/html($|;)", type, 0, 0)
      || !g_input_stream_read_all (stream, html, MAX_PAGE_BYTES, &n, NULL, NULL) || n == MAX_PAGE_BYTES
      || memchr (html, '\0', n) != NULL || !g_utf8_validate_len (html, n, NULL))
    return NULL;
  return g_strndup (html, n);
}

static gboolean
read_page (Reading *self, Display *display, const char *uri)
{
  g_autofree char *html = format (display, uri);

  return html != NULL && !g_regex_match_simple (OTHER_PAGES, html, G_REGEX_CASELESS, 0) && add_frames (self, html)
         && !has_other_links (self, html);
}

gboolean
display_may_show_others (Display *display, GBytes *mail, const GPtrArray *hrefs)
{
  g_autoptr (GHashTable) set = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_free);
  Reading reading = { set, pages };

  for (guint i = 0; i < hrefs->len; i++)
    g_hash_table_add (set, g_ptr_array_index (hrefs, i));
  g_ptr_array_add (pages, display_take (display, mail));
  for (guint i = 0; i < pages->len; i++)
    if (i == MAX_PAGES || !read_page (&reading, display, g_ptr_array_index (pages, i)))
      return TRUE;
  return FALSE;
}
