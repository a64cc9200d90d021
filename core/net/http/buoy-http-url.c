/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "net/http/buoy-http-url.h"

#include <string.h>

#include "base/host/buoy-host.h"

#define HTTPS_PORT 443
#define MAX_URL_BYTES 2048 /* those of registries are under a hundred */

static gboolean
is_of_loopback (const char *url, const char *loopback)
{
  const gsize length = loopback == NULL ? 0 : strlen (loopback);

  return length > 0 && strncmp (url, loopback, length) == 0 && (url[length] == '/' || url[length] == '\0');
}

/* A name whose last label is not a number: "0x7f.1" is an address, too. */
static gboolean
is_domain_name (const char *host)
{
  const char *dot = host == NULL ? NULL : strrchr (host, '.');

  return dot != NULL && g_ascii_isalpha (dot[1]) && !buoy_host_is_ip (host);
}

static gboolean
may_ask (GUri *uri)
{
  const int port = g_uri_get_port (uri);

  return g_str_equal (g_uri_get_scheme (uri), "https") && g_uri_get_userinfo (uri) == NULL
         && (port == -1 || port == HTTPS_PORT) && is_domain_name (g_uri_get_host (uri));
}

GUri *
buoy_http_url_parse (const char *url, const char *loopback)
{
  g_autoptr (GUri) uri = NULL;

  if (strlen (url) > MAX_URL_BYTES)
    return NULL;
  uri = g_uri_parse (url, G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  if (uri == NULL || !(is_of_loopback (url, loopback) || may_ask (uri)))
    return NULL;
  return g_steal_pointer (&uri);
}

static gboolean
has_public_addresses_only (const char *host, GCancellable *cancellable)
{
  g_autoptr (GResolver) resolver = g_resolver_get_default ();
  GList *addresses = g_resolver_lookup_by_name (resolver, host, cancellable, NULL);
  gboolean public = addresses != NULL;

  for (const GList *l = addresses; l != NULL && public; l = l->next)
    {
      g_autofree char *number = g_inet_address_to_string (l->data);

      public = buoy_host_is_public_ip (number);
    }
  g_resolver_free_addresses (addresses);
  return public;
}

GUri *
buoy_http_url_follow (GUri *from, const char *location, const char *loopback, GCancellable *cancellable)
{
  g_autoptr (GUri) absolute = g_uri_parse_relative (from, location, G_URI_FLAGS_ENCODED, NULL);
  g_autofree char *url = absolute == NULL ? NULL : g_uri_to_string (absolute);
  g_autoptr (GUri) to = url == NULL ? NULL : buoy_http_url_parse (url, loopback);

  if (to == NULL || !g_str_equal (g_uri_get_scheme (to), g_uri_get_scheme (from)))
    return NULL;
  if (!is_of_loopback (url, loopback) && !has_public_addresses_only (g_uri_get_host (to), cancellable))
    return NULL;
  return g_steal_pointer (&to);
}
