/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "base/url/buoy-url-file.h"

#include <string.h>

#include "base/url/buoy-url-host.h"
#include "base/url/buoy-url-path.h"
#include "base/url/buoy-url-private.h"
#include "base/url/buoy-url-relative.h"

static gboolean
starts_with_drive_letter (const char *text)
{
  return g_ascii_isalpha (text[0]) && (text[1] == ':' || text[1] == '|')
         && (text[2] == '\0' || strchr ("/\\?#", text[2]) != NULL);
}

static gboolean
parse_file_host (BuoyUrlParser *parser)
{
  const gsize length = strcspn (parser->p, "/\\?#");

  if (length == 2 && starts_with_drive_letter (parser->p))
    {
      parser->url->host = g_strdup ("");
      buoy_url_parse_path (parser);
      return TRUE;
    }
  if (length == 0)
    parser->url->host = g_strdup ("");
  else
    parser->url->host = buoy_url_parse_host (parser->p, length, TRUE, &parser->url->anomalies);
  if (parser->url->host == NULL)
    return FALSE;
  if (g_str_equal (parser->url->host, "localhost"))
    parser->url->host[0] = '\0';
  parser->p += length;
  buoy_url_parse_path (parser);
  return TRUE;
}

static gboolean
base_is_file (const BuoyUrlParser *parser)
{
  return parser->base != NULL && g_str_equal (parser->base->scheme, "file");
}

/* file:/path: the host, and the drive letter if the path has none, come from a file base. */
static void
parse_file_slash (BuoyUrlParser *parser)
{
  const char *path = base_is_file (parser) ? parser->base->path : "";

  parser->url->host = g_strdup (base_is_file (parser) ? parser->base->host : "");
  if (!starts_with_drive_letter (parser->p + 1) && path[0] == '/' && starts_with_drive_letter (path + 1)
      && path[2] == ':')
    g_string_append_len (parser->path, path, 3);
  buoy_url_parse_path (parser);
}

gboolean
buoy_url_parse_file (BuoyUrlParser *parser)
{
  if (buoy_url_is_slash (parser, parser->p[0]) && buoy_url_is_slash (parser, parser->p[1]))
    {
      parser->p += 2;
      return parse_file_host (parser);
    }
  if (buoy_url_is_slash (parser, parser->p[0]))
    {
      parse_file_slash (parser);
      return TRUE;
    }
  parser->url->host = g_strdup ("");
  if (!base_is_file (parser))
    {
      buoy_url_parse_path (parser);
      return TRUE;
    }
  g_clear_pointer (&parser->url->host, g_free);
  if (!starts_with_drive_letter (parser->p))
    return buoy_url_parse_relative (parser);
  parser->url->host = g_strdup (parser->base->host);
  buoy_url_parse_path (parser);
  return TRUE;
}
