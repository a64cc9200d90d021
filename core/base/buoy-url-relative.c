/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a URL takes from its base (URL standard §4.4, relative state), and how it ends: path, query,
 * fragment.
 */
#include "config.h"

#include <string.h>

#include "base/buoy-url-private.h"

gboolean
buoy_url_is_slash (const BuoyUrlParser *parser, char c)
{
  return c == '/' || (parser->special && c == '\\');
}

static void
copy_authority (BuoyUrlParser *parser, const BuoyUrl *base)
{
  parser->url->username = g_strdup (base->username);
  parser->url->password = g_strdup (base->password);
  parser->url->host = g_strdup (base->host);
  parser->url->port = base->port;
}

static void
parse_fragment (BuoyUrlParser *parser)
{
  GString *out = g_string_new (NULL);

  buoy_percent_append (out, parser->p, strlen (parser->p), BUOY_ENCODE_FRAGMENT);
  parser->url->fragment = g_string_free (out, FALSE);
}

/* From a "?" or "#" on. */
void
buoy_url_parse_query (BuoyUrlParser *parser)
{
  if (*parser->p == '?')
    {
      const gsize length = strcspn (++parser->p, "#");
      GString *out = g_string_new (NULL);

      buoy_percent_append (out, parser->p, length,
                           parser->special ? BUOY_ENCODE_SPECIAL_QUERY : BUOY_ENCODE_QUERY);
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

gboolean
buoy_url_parse_relative (BuoyUrlParser *parser)
{
  const BuoyUrl *base = parser->base;

  if (buoy_url_is_slash (parser, parser->p[0]) && buoy_url_is_slash (parser, parser->p[1]))
    {
      if (parser->special)
        return buoy_url_parse_slashes (parser);
      parser->p += 2;
      return buoy_url_parse_authority (parser);
    }
  copy_authority (parser, base);
  if (buoy_url_is_slash (parser, *parser->p))
    {
      buoy_url_parse_path (parser);
      return TRUE;
    }
  if (!base->opaque_path && *base->path == '/')
    g_string_append (parser->path, base->path);
  if (*parser->p != '?' && *parser->p != '#' && *parser->p != '\0')
    {
      buoy_path_shorten (parser->path, parser->is_file);
      buoy_url_parse_path (parser);
      return TRUE;
    }
  if (*parser->p != '?')
    parser->url->query = g_strdup (base->query);
  buoy_url_parse_query (parser);
  return TRUE;
}
