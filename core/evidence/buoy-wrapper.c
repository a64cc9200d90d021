/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The table of wrappers. A row names the hosts exactly (a look-alike host is no wrapper), where the wrapped URL
 * stands, and nothing is asked of the network.
 */
#include "config.h"

#include "evidence/buoy-wrapper.h"

#include "base/buoy-host.h"

#include <string.h>

typedef char *(*UnwrapFunc) (const BuoyUrl *url);

typedef struct
{
  const char *name;
  const char *hosts;  /* suffixes, space-separated; "google.*" takes any public suffix */
  const char *path;   /* prefix; NULL for any */
  const char *params; /* query parameters that may hold the target, space-separated; NULL */
  UnwrapFunc unwrap;  /* NULL: the parameters tell; neither: opaque */
} WrapperRow;

/* https://www.google.com/amp/s/host/path, https://secure-web.cisco.com/token/https%3A%2F%2Fhost */
static char *
unwrap_amp (const BuoyUrl *url)
{
  const char *rest = url->path + strlen ("/amp/");

  if (g_str_has_prefix (rest, "s/"))
    return g_strconcat ("https://", rest + 2, NULL);
  return g_strconcat ("http://", rest, NULL);
}

static char *
unwrap_last_segment (const BuoyUrl *url)
{
  const char *slash = strrchr (url->path, '/');

  return slash != NULL ? g_uri_unescape_string (slash + 1, NULL) : NULL;
}

/* A whole URL in the path: web.archive.org/web/2024/https://host/path */
static char *
unwrap_embedded_path (const BuoyUrl *url)
{
  const char *start = strstr (url->path, "/http");
  const char *rest;

  if (start == NULL)
    return NULL;
  rest = strstr (start, ":/");
  if (rest == NULL)
    return NULL;
  rest += strspn (rest, ":/");
  return g_strconcat (g_str_has_prefix (start, "/https") ? "https://" : "http://", rest,
                      url->query != NULL ? "?" : NULL, url->query, NULL);
}

/* r.search.yahoo.com/…/RU=https%3a%2f%2fhost%2fpath/RK=2/… */
static char *
unwrap_yahoo (const BuoyUrl *url)
{
  const char *start = strstr (url->path, "/RU=");
  g_autofree char *segment = NULL;

  if (start == NULL)
    return NULL;
  start += strlen ("/RU=");
  segment = g_strndup (start, strcspn (start, "/"));
  return g_uri_unescape_string (segment, NULL);
}

/* host-name-org.translate.goog: "-" for ".", "--" for "-". */
static char *
unwrap_translate (const BuoyUrl *url)
{
  gsize length = strlen (url->host) - strlen (".translate.goog");
  GString *out = g_string_new ("https://");

  for (gsize i = 0; i < length; i++)
    {
      if (url->host[i] != '-')
        g_string_append_c (out, url->host[i]);
      else if (i + 1 < length && url->host[i + 1] == '-')
        {
          g_string_append_c (out, '-');
          i++;
        }
      else
        g_string_append_c (out, '.');
    }
  g_string_append (out, url->path);
  return g_string_free (out, FALSE);
}

/* bing.com/ck/a?…&u=a1<base64url of the URL> */
static char *
unwrap_bing (const BuoyUrl *url)
{
  g_autofree char *value = buoy_url_query_value (url, "u");
  g_autofree guchar *bytes = NULL;
  gsize length = 0;

  if (value == NULL || !g_str_has_prefix (value, "a1"))
    return NULL;

  bytes = buoy_wrapper_decode_base64url (value + 2, strlen (value + 2), &length);
  return g_strndup ((const char *) bytes, length);
}

static const WrapperRow rows[] = {
  { "safelinks",
    "safelinks.protection.outlook.com safelinks.o365filtering.com "
    "safelinks.protection.office365.us safelinks.protection.partner.outlook.cn",
    NULL, "url", NULL },
  { "teams", "statics.teams.cdn.office.net", NULL, "url", NULL },
  { "urldefense", "urldefense.com urldefense.us urldefense.proofpoint.com", NULL, NULL,
    buoy_urldefense_decode },
  { "barracuda", "linkprotect.cudasvc.com", "/url", "a", NULL },
  { "cisco", "secure-web.cisco.com", NULL, NULL, unwrap_last_segment },
  { "mimecast", "mimecast.com mimecastprotect.com", "/s/", NULL, NULL },
  { "mimecast", "mimecastprotect.com", "/r/", NULL, NULL },
  { "symantec", "clicktime.symantec.com clicktime.cloud.postoffice.net", NULL, "u", NULL },
  { "fortinet", "urlsand.esvalabs.com", NULL, "u", NULL },
  { "trendmicro", "imsva91-ctp.trendmicro.com ctp.trendmicro.com", "/wis/clicktime", "url", NULL },
  { "sophos", "protection.sophos.com", NULL, NULL, NULL },
  { "fireeye", "protect2.fireeye.com", NULL, "u", NULL },
  { "trustwave", "scanmail.trustwave.com", NULL, "u", NULL },
  { "google-url", "google.*", "/url", "q url", NULL },
  { "google-amp", "google.*", "/amp/", NULL, unwrap_amp },
  { "google-translate", "translate.google.*", "/translate", "u", NULL },
  { "google-translate", "translate.goog", NULL, NULL, unwrap_translate },
  { "google-ads", "googleadservices.com doubleclick.net", NULL, "adurl", NULL },
  { "bing", "bing.com", "/ck/a", NULL, unwrap_bing },
  { "yahoo", "r.search.yahoo.com", NULL, NULL, unwrap_yahoo },
  { "facebook", "l.facebook.com lm.facebook.com l.instagram.com l.messenger.com", NULL, "u", NULL },
  { "linkedin", "linkedin.com", "/redir/redirect", "url", NULL },
  { "linkedin", "linkedin.com", "/safety/go", "url", NULL },
  { "slack", "slack-redir.net", "/link", "url", NULL },
  { "steam", "steamcommunity.com", "/linkfilter", "url u", NULL },
  { "vk", "vk.com away.vk.com", "/away.php", "to", NULL },
  { "youtube", "youtube.com", "/redirect", "q", NULL },
  { "duckduckgo", "duckduckgo.com", "/l/", "uddg", NULL },
  { "reddit", "out.reddit.com", NULL, "url", NULL },
  { "web-archive", "web.archive.org", "/web/", NULL, unwrap_embedded_path },
};

/* "google." before any public suffix: google.co.jp; "translate.google." of translate.google.de. */
static gboolean
host_fits_any_suffix (const char *host, const char *name, gsize length)
{
  const char *dot = memchr (name, '.', length);
  const char *site;

  if (dot < name + length - 1)
    return strncmp (host, name, length) == 0;
  site = buoy_host_registrable_domain (host);
  return site != NULL && strncmp (site, name, length) == 0;
}

/* @host is the pattern or under it. Runs for every row and link, so it copies nothing. */
static gboolean
host_fits (const char *host, gsize host_length, const char *pattern, gsize length)
{
  const char *tail;

  if (pattern[length - 1] == '*')
    return host_fits_any_suffix (host, pattern, length - 1);
  if (host_length < length)
    return FALSE;
  tail = host + host_length - length;
  return memcmp (tail, pattern, length) == 0 && (tail == host || tail[-1] == '.');
}

static gboolean
row_fits (const WrapperRow *row, const BuoyUrl *url)
{
  const gsize host_length = strlen (url->host);

  if (row->path != NULL && !g_str_has_prefix (url->path, row->path))
    return FALSE;

  for (const char *p = row->hosts; *p != '\0';)
    {
      gsize length = strcspn (p, " ");

      if (host_fits (url->host, host_length, p, length))
        return TRUE;
      p += length;
      p += strspn (p, " ");
    }
  return FALSE;
}

static char *
read_params (const BuoyUrl *url, const char *params)
{
  g_auto (GStrv) names = g_strsplit (params, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      char *value = buoy_url_query_value (url, names[i]);

      if (value != NULL && *value != '\0')
        return value;
      g_free (value);
    }
  return NULL;
}

static BuoyUrl *
read_target (const WrapperRow *row, const BuoyUrl *url)
{
  g_autofree char *text = row->unwrap != NULL ? row->unwrap (url) : read_params (url, row->params);
  BuoyUrl *target = text != NULL ? buoy_url_parse (text, NULL) : NULL;

  if (target != NULL && buoy_url_is_web (target))
    return target;
  g_clear_pointer (&target, buoy_url_free);
  return NULL;
}

gboolean
buoy_wrapper_open (const BuoyUrl *url, BuoyWrapped *out_wrapped)
{
  if (url->host == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const WrapperRow *row = &rows[i];

      if (!row_fits (row, url))
        continue;
      out_wrapped->name = row->name;
      out_wrapped->opaque = row->unwrap == NULL && row->params == NULL;
      out_wrapped->target = out_wrapped->opaque ? NULL : read_target (row, url);
      return out_wrapped->opaque || out_wrapped->target != NULL;
    }
  return FALSE;
}
