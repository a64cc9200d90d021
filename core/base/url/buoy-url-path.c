/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "base/url/buoy-url-path.h"

#include <string.h>

#include "base/url/buoy-percent.h"
#include "base/url/buoy-url-private.h"

static gboolean
is_dot (const char *segment)
{
  return g_str_equal (segment, ".") || g_ascii_strcasecmp (segment, "%2e") == 0;
}

static gboolean
is_double_dot (const char *segment)
{
  static const char *const forms[] = { "..", ".%2e", "%2e.", "%2e%2e" };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_ascii_strcasecmp (segment, forms[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_drive_letter (const char *segment)
{
  return g_ascii_isalpha (segment[0]) && (segment[1] == ':' || segment[1] == '|') && segment[2] == '\0';
}

void
buoy_path_shorten (GString *path, gboolean is_file)
{
  const char *last = memrchr (path->str, '/', path->len); /* from the end: a URL may go up many times */

  if (last == NULL || (is_file && last == path->str && is_drive_letter (last + 1)))
    return;
  g_string_truncate (path, (gsize) (last - path->str));
}

static void
add_segment (GString *path, const char *text, gsize length, gboolean last, gboolean is_file)
{
  const gsize start = path->len;
  char *segment;
  gboolean goes_up;

  g_string_append_c (path, '/');
  buoy_percent_append (path, text, length, BUOY_ENCODE_PATH);
  segment = path->str + start + 1;
  goes_up = is_double_dot (segment);
  if (goes_up || is_dot (segment))
    {
      g_string_truncate (path, start);
      if (goes_up)
        buoy_path_shorten (path, is_file);
      if (last)
        g_string_append_c (path, '/');
    }
  else if (is_file && start == 0 && is_drive_letter (segment))
    segment[1] = ':';
}

void
buoy_path_parse (GString *path, const char *text, gsize length, gboolean special, gboolean is_file)
{
  gsize start = 0;

  if (length > 0 && (text[0] == '/' || (special && text[0] == '\\')))
    start = 1;
  for (gsize i = start; i <= length; i++)
    {
      const gboolean last = i == length;

      if (!last && text[i] != '/' && !(special && text[i] == '\\'))
        continue;
      add_segment (path, text + start, i - start, last, is_file);
      start = i + 1;
    }
}

gboolean
buoy_url_is_slash (const BuoyUrlParser *parser, char c)
{
  return c == '/' || (parser->special && c == '\\');
}

static void
parse_fragment (BuoyUrlParser *parser)
{
  GString *out = g_string_new (NULL);

  buoy_percent_append (out, parser->p, strlen (parser->p), BUOY_ENCODE_FRAGMENT);
  parser->url->fragment = g_string_free (out, FALSE);
}

/* Parses the query and the fragment, from a "?" or "#" on. */
void
buoy_url_parse_query (BuoyUrlParser *parser)
{
  if (*parser->p == '?')
    {
      const gsize length = strcspn (++parser->p, "#");
      GString *out = g_string_new (NULL);

      buoy_percent_append (out, parser->p, length, parser->special ? BUOY_ENCODE_SPECIAL_QUERY : BUOY_ENCODE_QUERY);
      g_free (parser->url->query);
      parser->url->query = g_string_free (out, FALSE);
      parser->p += length;
    }
  if (*parser->p == '#')
    {
      parser->p++;
      parse_fragment (parser);
    }
}

void
buoy_url_parse_path (BuoyUrlParser *parser)
{
  const gsize length = strcspn (parser->p, "?#");

  if (length > 0 || parser->special || parser->path->len > 0)
    buoy_path_parse (parser->path, parser->p, length, parser->special, parser->is_file);
  parser->p += length;
  buoy_url_parse_query (parser);
}
