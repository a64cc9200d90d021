/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "base/url/buoy-url-text.h"

#include <string.h>

#include "base/url/buoy-percent.h"
#include "base/url/buoy-url.h"

static const struct
{
  const char *scheme;
  int port;
} special_schemes[] = {
  { "http", 80 }, { "https", 443 }, { "ftp", 21 }, { "ws", 80 }, { "wss", 443 }, { "file", 0 },
};

int
buoy_url_default_port (const char *scheme)
{
  for (guint i = 0; i < G_N_ELEMENTS (special_schemes); i++)
    if (g_str_equal (scheme, special_schemes[i].scheme))
      return special_schemes[i].port;
  return -1;
}

gboolean
buoy_url_is_special (const BuoyUrl *url)
{
  return buoy_url_default_port (url->scheme) >= 0;
}

gboolean
buoy_url_is_web (const BuoyUrl *url)
{
  return g_str_equal (url->scheme, "http") || g_str_equal (url->scheme, "https");
}

void
buoy_url_free (BuoyUrl *url)
{
  if (url == NULL)
    return;
  g_free (url->scheme);
  g_free (url->username);
  g_free (url->password);
  g_free (url->host);
  g_free (url->path);
  g_free (url->query);
  g_free (url->fragment);
  g_free (url);
}

static void
append_authority (GString *out, const BuoyUrl *url)
{
  g_string_append (out, "//");
  if (*url->username != '\0' || *url->password != '\0')
    {
      g_string_append (out, url->username);
      if (*url->password != '\0')
        g_string_append_printf (out, ":%s", url->password);
      g_string_append_c (out, '@');
    }
  g_string_append (out, url->host);
  if (url->port >= 0)
    g_string_append_printf (out, ":%d", url->port);
}

char *
buoy_url_to_string (const BuoyUrl *url)
{
  GString *out = g_string_new (url->scheme);

  g_string_append_c (out, ':');
  if (url->host != NULL)
    append_authority (out, url);
  else if (!url->opaque_path && g_str_has_prefix (url->path, "//"))
    g_string_append (out, "/."); /* otherwise it would be parsed as a host */
  g_string_append (out, url->path);
  if (url->query != NULL)
    g_string_append_printf (out, "?%s", url->query);
  if (url->fragment != NULL)
    g_string_append_printf (out, "#%s", url->fragment);
  return g_string_free (out, FALSE);
}

char *
buoy_url_query_value (const BuoyUrl *url, const char *name)
{
  g_auto (GStrv) pairs = NULL;
  const gsize length = strlen (name);

  if (url->query == NULL)
    return NULL;
  pairs = g_strsplit (url->query, "&", -1);
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      gsize n;
      char *value;

      if (strncmp (pairs[i], name, length) != 0 || pairs[i][length] != '=')
        continue;
      g_strdelimit (pairs[i], "+", ' ');
      value = buoy_percent_decode (pairs[i] + length + 1, strlen (pairs[i] + length + 1), &n);
      return value;
    }
  return NULL;
}
