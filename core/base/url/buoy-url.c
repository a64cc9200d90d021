/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The basic URL parser (URL standard §4.4), one function per part of the URL.
 */
#include "config.h"

#include "base/url/buoy-url.h"

#include <string.h>

#include "base/text/buoy-text.h"
#include "base/url/buoy-percent.h"
#include "base/url/buoy-url-authority.h"
#include "base/url/buoy-url-file.h"
#include "base/url/buoy-url-path.h"
#include "base/url/buoy-url-private.h"
#include "base/url/buoy-url-relative.h"

#define MAX_URL_BYTES (2 * 1024 * 1024) /* the limit of browsers; data: URLs can contain whole pages */

static void
parse_opaque (BuoyUrlParser *parser)
{
  const gsize length = strcspn (parser->p, "?#");
  GString *out = g_string_new (NULL);

  buoy_percent_append (out, parser->p, length, BUOY_ENCODE_C0);
  /* a space before the query would be lost when parsed again */
  if (parser->p[length] != '\0' && out->len > 0 && out->str[out->len - 1] == ' ')
    {
      g_string_truncate (out, out->len - 1);
      g_string_append (out, "%20");
    }
  parser->url->opaque_path = TRUE;
  parser->url->path = g_string_free (out, FALSE);
  parser->p += length;
  buoy_url_parse_query (parser);
}

static gboolean
parse_behind_scheme (BuoyUrlParser *parser)
{
  const char *p = parser->p;

  parser->special = buoy_url_is_special (parser->url);
  parser->is_file = g_str_equal (parser->url->scheme, "file");
  if (parser->is_file)
    return buoy_url_parse_file (parser);
  if (parser->special)
    {
      const gboolean same = parser->base != NULL && g_str_equal (parser->base->scheme, parser->url->scheme);

      if (same && !(p[0] == '/' && p[1] == '/'))
        return buoy_url_parse_relative (parser);
      return buoy_url_parse_slashes (parser);
    }
  if (p[0] == '/' && p[1] == '/')
    {
      parser->p += 2;
      return buoy_url_parse_authority (parser);
    }
  if (p[0] == '/')
    {
      buoy_url_parse_path (parser);
      return TRUE;
    }
  parse_opaque (parser);
  return TRUE;
}

static gboolean
parse_without_scheme (BuoyUrlParser *parser)
{
  const BuoyUrl *base = parser->base;

  if (base == NULL || (base->opaque_path && *parser->p != '#'))
    return FALSE;
  parser->url->scheme = g_strdup (base->scheme);
  parser->special = buoy_url_is_special (base);
  parser->is_file = g_str_equal (base->scheme, "file");
  if (base->opaque_path)
    {
      parser->url->opaque_path = TRUE;
      parser->url->path = g_strdup (base->path);
      parser->url->query = g_strdup (base->query);
      buoy_url_parse_query (parser);
      return TRUE;
    }
  return parser->is_file ? buoy_url_parse_file (parser) : buoy_url_parse_relative (parser);
}

/* The scheme in lower case, advancing past the colon; NULL if there is none. */
static char *
take_scheme (const char **p)
{
  const char *start = *p;
  const char *end = start;

  if (!g_ascii_isalpha (*start))
    return NULL;
  while (g_ascii_isalnum (*end) || *end == '+' || *end == '-' || *end == '.')
    end++;
  if (*end != ':')
    return NULL;
  *p = end + 1;
  return g_ascii_strdown (start, end - start);
}

/* Valid UTF-8, with BUOY_URL_NUL for each NUL. */
static char *
make_valid (const char *input, gsize length)
{
  GString *out;

  if (memchr (input, '\0', length) == NULL)
    return buoy_text_make_valid (input, (gssize) length);
  out = g_string_sized_new (length);
  for (gsize i = 0; i < length; i++)
    {
      const gsize run = strnlen (input + i, length - i);
      g_autofree char *valid = buoy_text_make_valid (input + i, (gssize) run);

      g_string_append (out, valid);
      i += run;
      if (i < length)
        g_string_append_c (out, BUOY_URL_NUL);
    }
  return g_string_free (out, FALSE);
}

static gboolean
is_trimmed (char c)
{
  return (guchar) c <= ' ' || c == BUOY_URL_NUL;
}

/* Drops surrounding controls and spaces, and tabs and newlines anywhere. @out_dropped_at is set to the position of the
 * first one dropped within.
 */
static char *
clean_input (const char *input, gsize length, gsize *out_dropped_at)
{
  char *clean = make_valid (input, length);
  char *out = clean;
  const char *start = clean;
  const char *end;

  while (*start != '\0' && is_trimmed (*start))
    start++;
  end = start + strlen (start);
  while (end > start && is_trimmed (end[-1]))
    end--;
  *out_dropped_at = G_MAXSIZE;
  for (const char *p = start; p < end; p++)
    {
      if (*p != '\t' && *p != '\n' && *p != '\r')
        *out++ = *p;
      else if (*out_dropped_at == G_MAXSIZE)
        *out_dropped_at = (gsize) (out - clean);
    }
  *out = '\0';
  return clean;
}

BuoyUrl *
buoy_url_parse (const char *input, const BuoyUrl *base)
{
  return input != NULL ? buoy_url_parse_bytes (input, strlen (input), base) : NULL;
}

static gboolean
parse (BuoyUrlParser *parser)
{
  parser->url->scheme = take_scheme (&parser->p);
  return parser->url->scheme != NULL ? parse_behind_scheme (parser) : parse_without_scheme (parser);
}

BuoyUrl *
buoy_url_parse_bytes (const char *input, gsize length, const BuoyUrl *base)
{
  g_autoptr (BuoyUrl) url = NULL;
  g_autoptr (GString) path = NULL;
  g_autofree char *clean = NULL;
  gsize dropped_at;

  if (input == NULL || length > MAX_URL_BYTES)
    return NULL;

  clean = clean_input (input, length, &dropped_at);
  url = g_new0 (BuoyUrl, 1);
  url->port = -1;
  path = g_string_sized_new (length);
  BuoyUrlParser parser = {
    .url = url,
    .base = base,
    .path = path,
    .clean = clean,
    .p = clean,
    .dropped_at = dropped_at,
  };
  if (!parse (&parser))
    return NULL;

  if (url->path == NULL)
    url->path = g_strndup (path->str, path->len);
  if (url->username == NULL)
    url->username = g_strdup ("");
  if (url->password == NULL)
    url->password = g_strdup ("");
  return g_steal_pointer (&url);
}
