/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Resolves an href in a mail. The URL standard refuses relative URLs without a base. Mail programs and webmail complete
 * those that look like a web address, so that is where they lead.
 */
#include "config.h"

#include "evidence/links/buoy-href.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "base/shown/buoy-shown-host.h"

/* Unwraps schemes that carry a web address: "feed:https://…", "outbind://1/https://…". @url: (transfer full). Returns
 * @url if it has no such scheme. (transfer full)
 */
static BuoyUrl *
open_carrier (BuoyUrl *url)
{
  static const char *const carriers[] = { "feed", "view-source", "outbind", "blocked", "wyciwyg", "intent" };
  BuoyUrl *inner;
  const char *start;

  for (guint i = 0; i < G_N_ELEMENTS (carriers); i++)
    {
      if (!g_str_equal (url->scheme, carriers[i]))
        continue;
      start = strstr (url->path, "http");
      inner = start != NULL ? buoy_url_parse (start, NULL) : NULL;
      if (inner == NULL)
        return url;
      buoy_url_free (url);
      return inner;
    }
  return url;
}

/* The length of a scheme with its colon; 0 if there is none. With a dot, it is a host with a port:
 * "www.example.com:80".
 */
static gsize
scheme_length (const char *href)
{
  const char *p = href;

  while (g_ascii_isalnum (*p) || *p == '+' || *p == '-')
    p++;
  return *p == ':' && g_ascii_isalpha (*href) ? (gsize) (p - href) + 1 : 0;
}

static const char *
skip_blanks (const char *href)
{
  while (*href != '\0' && (guchar) *href <= ' ')
    href++;
  return href;
}

/* The part before the path if it is a host: "example.com/x" but not "login.html". (transfer full) (nullable) */
static char *
take_host (const char *href)
{
  g_autofree char *first = g_strndup (href, strcspn (href, "/\\?#:"));
  g_autofree char *host = buoy_shown_host_find (first);
  g_autofree char *whole = host != NULL ? buoy_host_to_ascii (first) : NULL;

  return g_strcmp0 (host, whole) == 0 ? g_steal_pointer (&host) : NULL;
}

static gboolean
is_address (const char *href)
{
  const char *at = strchr (href, '@');
  g_autofree char *host = at != NULL ? buoy_shown_address_host (href) : NULL;

  return host != NULL && strpbrk (href, "/\\ ") == NULL;
}

/* The URL to which mail programs complete @href; NULL if they don't. (transfer full) (nullable) */
static char *
complete (const char *href)
{
  g_autofree char *host = NULL;

  if (scheme_length (href) > 0)
    return NULL;
  if ((href[0] == '/' || href[0] == '\\') && (href[1] == '/' || href[1] == '\\'))
    return g_strconcat ("http:", href, NULL);
  host = take_host (href);
  if (host != NULL)
    return g_strconcat (buoy_shown_host_scheme (host), href, NULL);
  return is_address (href) ? g_strconcat ("mailto:", href, NULL) : NULL;
}

static BuoyUrl *
open_completed (const char *href)
{
  g_autofree char *bare = g_strdup (skip_blanks (href));
  g_autofree char *completed = complete (g_strchomp (bare));

  return completed != NULL ? buoy_url_parse (completed, NULL) : NULL;
}

BuoyUrl *
buoy_href_open (const char *href, const char *base)
{
  g_autoptr (BuoyUrl) page = base != NULL ? buoy_url_parse (base, NULL) : NULL;
  BuoyUrl *url = page != NULL ? NULL : open_completed (href);

  if (url == NULL)
    url = buoy_url_parse (href, page);
  return url != NULL ? open_carrier (url) : NULL;
}

/* The first name in @path, in ASCII if it is a host. Slashes may be of either kind; after an @, Windows writes the
 * port. (transfer full)
 */
static char *
first_name (const char *path)
{
  g_autofree char *name = NULL;
  char *ascii;

  path += strspn (path, "/\\");
  name = g_strndup (path, strcspn (path, "/\\@"));
  ascii = buoy_host_to_ascii (name);
  return ascii != NULL ? ascii : g_steal_pointer (&name);
}

char *
buoy_href_file_server (const char *href, const BuoyUrl *url)
{
  const char *start = skip_blanks (href);
  g_autofree char *path = NULL;

  if (start[0] == '\\' && start[1] == '\\')
    return first_name (start);
  if (url == NULL || (!g_str_equal (url->scheme, "file") && !g_str_equal (url->scheme, "smb")))
    return NULL;
  if (url->host != NULL && *url->host != '\0')
    return g_strdup (url->host);
  path = g_uri_unescape_string (url->path, NULL);
  if (path == NULL || *path == '\0' || strspn (path + 1, "/\\") == 0)
    return NULL;
  return first_name (path);
}

gboolean
buoy_href_is_dead_end (const char *href)
{
  const char *start = skip_blanks (href);

  return *start != '\0' && *start != '#' && scheme_length (start) == 0
         && strpbrk (start, "{}[]<>%$") == NULL; /* a template placeholder that was left in */
}

/* The address is in "mailto:a@example.com" or "mailto:?to=a@example.com" (RFC 6068 §2). */
char *
buoy_href_mail_domain (const BuoyUrl *url)
{
  g_autofree char *to = *url->path == '\0' ? buoy_url_query_value (url, "to") : NULL;
  g_autofree char *decoded = to == NULL ? g_uri_unescape_string (url->path, NULL) : NULL;
  const char *written = to != NULL ? to : decoded != NULL ? decoded : url->path;
  const char *at = strchr (written, '@');
  g_autofree char *domain = at != NULL ? g_strndup (at + 1, strcspn (at + 1, "?,;>@ ")) : NULL;

  return buoy_host_to_ascii (domain);
}
