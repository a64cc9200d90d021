/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "base/url/buoy-url-authority.h"

#include <string.h>

#include "base/url/buoy-percent.h"
#include "base/url/buoy-url-host.h"
#include "base/url/buoy-url-path.h"
#include "base/url/buoy-url-private.h"
#include "base/url/buoy-url-text.h"
#include "base/url/buoy-url.h"

static gboolean
parse_port (BuoyUrlParser *parser, const char *text, gsize length)
{
  guint port = 0;

  if (length == 0)
    return TRUE;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      port = port * 10 + (guint) (text[i] - '0');
      if (port > 65535)
        return FALSE;
    }
  if ((int) port != buoy_url_default_port (parser->url->scheme))
    parser->url->port = (int) port;
  return TRUE;
}

static void
parse_credentials (BuoyUrlParser *parser, const char *text, gsize length)
{
  const char *colon = memchr (text, ':', length);
  const gsize name_length = colon != NULL ? (gsize) (colon - text) : length;
  GString *name = g_string_new (NULL);
  GString *password = g_string_new (NULL);

  buoy_percent_append (name, text, name_length, BUOY_ENCODE_USERINFO);
  if (colon != NULL)
    buoy_percent_append (password, colon + 1, length - name_length - 1, BUOY_ENCODE_USERINFO);
  parser->url->username = g_string_free (name, FALSE);
  parser->url->password = g_string_free (password, FALSE);
  if (length > 0)
    parser->url->anomalies |= BUOY_URL_ANOMALY_USERINFO;
}

/* The colon before the port, outside brackets. */
static const char *
find_port (const char *text, gsize length)
{
  gboolean inside = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '[')
        inside = TRUE;
      else if (text[i] == ']')
        inside = FALSE;
      else if (text[i] == ':' && !inside)
        return text + i;
    }
  return NULL;
}

static const char *
find_last (const char *text, gsize length, char wanted)
{
  while (length > 0)
    if (text[--length] == wanted)
      return text + length;
  return NULL;
}

static gboolean
parse_host_and_port (BuoyUrlParser *parser, const char *text, gsize length, gboolean has_credentials)
{
  const char *colon = find_port (text, length);
  const gsize host_length = colon != NULL ? (gsize) (colon - text) : length;

  if (host_length == 0 && (parser->special || has_credentials || colon != NULL))
    return FALSE;
  if (host_length == 0)
    parser->url->host = g_strdup ("");
  else
    parser->url->host = buoy_url_parse_host (text, host_length, parser->special, &parser->url->anomalies);
  if (parser->url->host == NULL)
    return FALSE;
  return colon == NULL || parse_port (parser, colon + 1, length - host_length - 1);
}

gboolean
buoy_url_parse_authority (BuoyUrlParser *parser)
{
  const gsize length = strcspn (parser->p, parser->special ? "/\\?#" : "/?#");
  const char *text = parser->p;
  const char *at = find_last (text, length, '@');
  const gsize skipped = at != NULL ? (gsize) (at - text) + 1 : 0;

  if (parser->dropped_at < (gsize) (text - parser->clean) + length)
    parser->url->anomalies |= BUOY_URL_ANOMALY_CONTROL;
  if (at != NULL)
    parse_credentials (parser, text, skipped - 1);
  if (!parse_host_and_port (parser, text + skipped, length - skipped, at != NULL))
    return FALSE;
  parser->p += length;
  buoy_url_parse_path (parser);
  return TRUE;
}

/* Special schemes accept any number of slashes, forward or backward. */
gboolean
buoy_url_parse_slashes (BuoyUrlParser *parser)
{
  const gsize n_slashes = strspn (parser->p, "/\\");

  if (n_slashes != 2)
    parser->url->anomalies |= BUOY_URL_ANOMALY_SLASHES;
  if (memchr (parser->p, '\\', n_slashes) != NULL)
    parser->url->anomalies |= BUOY_URL_ANOMALY_BACKSLASH;
  parser->p += n_slashes;
  return buoy_url_parse_authority (parser);
}
