/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "base/url/buoy-url-relative.h"

#include <string.h>

#include "base/url/buoy-url-authority.h"
#include "base/url/buoy-url-path.h"
#include "base/url/buoy-url-private.h"
#include "base/url/buoy-url.h"

static void
copy_authority (BuoyUrlParser *parser, const BuoyUrl *base)
{
  parser->url->username = g_strdup (base->username);
  parser->url->password = g_strdup (base->password);
  parser->url->host = g_strdup (base->host);
  parser->url->port = base->port;
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
