/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How wrappers encode the wrapped URL if it is not a plain parameter.
 */
#include "config.h"

#include "evidence/links/buoy-unwrap.h"

#include <string.h>

#include "evidence/links/buoy-wrapper.h"

/* https://www.google.com/amp/s/host/path */
char *
buoy_unwrap_amp (const BuoyUrl *url)
{
  const char *rest = url->path + strlen ("/amp/");

  if (g_str_has_prefix (rest, "s/"))
    return g_strconcat ("https://", rest + 2, NULL);
  return g_strconcat ("http://", rest, NULL);
}

/* https://secure-web.cisco.com/token/https%3A%2F%2Fhost */
char *
buoy_unwrap_last_segment (const BuoyUrl *url)
{
  const char *slash = strrchr (url->path, '/');

  return slash != NULL ? g_uri_unescape_string (slash + 1, NULL) : NULL;
}

/* web.archive.org/web/2024/https://host/path, plain or percent-encoded. The URL may have lost one of the two slashes
 * after its scheme.
 */
char *
buoy_unwrap_embedded_path (const BuoyUrl *url)
{
  g_autofree char *decoded = strstr (url->path, "%3A%2F%2F") != NULL || strstr (url->path, "%3a%2f%2f") != NULL
                                 ? g_uri_unescape_string (url->path, NULL)
                                 : NULL;
  const char *start = strstr (decoded != NULL ? decoded : url->path, "/http");
  const char *rest = start != NULL ? strstr (start, ":/") : NULL;

  if (rest == NULL || rest - start > (gssize) strlen ("/https"))
    return NULL;
  rest += strspn (rest, ":/");
  return g_strconcat (g_str_has_prefix (start, "/https") ? "https://" : "http://", rest,
                      url->query != NULL ? "?" : NULL, url->query, NULL);
}

/* https://url.avanan.click/v2/r01/___https://host/path___.token */
char *
buoy_unwrap_underscores (const BuoyUrl *url)
{
  const char *start = strstr (url->path, "___http");
  const char *rest = start != NULL ? strstr (start, ":/") : NULL;
  const char *end;

  if (rest == NULL)
    return NULL;
  start += strlen ("___");
  rest += strspn (rest, ":/");
  end = strstr (rest, "___");
  return g_strdup_printf ("%s://%.*s", g_str_has_prefix (start, "https") ? "https" : "http",
                          (int) (end != NULL ? end - rest : (gssize) strlen (rest)), rest);
}

/* https://href.li/?https://host/path: the query is the URL. */
char *
buoy_unwrap_query (const BuoyUrl *url)
{
  const char *start = url->query;

  if (start == NULL)
    return NULL;
  start = strstr (start, "http");
  return start != NULL && (start == url->query || start[-1] == '?' || start[-1] == '&' || start[-1] == ';')
             ? g_uri_unescape_string (start, NULL)
             : NULL;
}

/* https://host.cdn.ampproject.org/c/s/host/path; "v" and "i" instead of "c" too. */
char *
buoy_unwrap_amp_cache (const BuoyUrl *url)
{
  const char *rest = url->path;

  if (*rest != '/' || rest[1] == '\0' || rest[2] != '/')
    return NULL;
  rest += 3;
  if (g_str_has_prefix (rest, "s/"))
    return g_strconcat ("https://", rest + 2, NULL);
  return g_strconcat ("http://", rest, NULL);
}

/* https://eu-west-1.protection.sophos.com/?d=host&u=<base64url of the URL> */
char *
buoy_unwrap_base64_u (const BuoyUrl *url)
{
  g_autofree char *value = buoy_url_query_value (url, "u");
  g_autofree guchar *bytes = NULL;
  gsize length = 0;

  if (value == NULL)
    return NULL;
  bytes = buoy_wrapper_decode_base64url (value, strlen (value), &length);
  return g_strndup ((const char *) bytes, length);
}

/* https://steamcommunity.com/linkfilter/https://host, or in a parameter */
char *
buoy_unwrap_steam (const BuoyUrl *url)
{
  char *value = buoy_url_query_value (url, "url");

  if (value == NULL)
    value = buoy_url_query_value (url, "u");
  return value != NULL ? value : buoy_unwrap_embedded_path (url);
}

/* r.search.yahoo.com/…/RU=https%3a%2f%2fhost%2fpath/RK=2/… */
char *
buoy_unwrap_yahoo (const BuoyUrl *url)
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
char *
buoy_unwrap_translate (const BuoyUrl *url)
{
  static const char suffix[] = ".translate.goog";
  gsize length;
  GString *out;

  if (!g_str_has_suffix (url->host, suffix)) /* translate.goog itself */
    return NULL;
  length = strlen (url->host) - strlen (suffix);
  out = g_string_new ("https://");
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
char *
buoy_unwrap_bing (const BuoyUrl *url)
{
  g_autofree char *value = buoy_url_query_value (url, "u");
  g_autofree guchar *bytes = NULL;
  gsize length = 0;

  if (value == NULL || !g_str_has_prefix (value, "a1"))
    return NULL;

  bytes = buoy_wrapper_decode_base64url (value + 2, strlen (value + 2), &length);
  return g_strndup ((const char *) bytes, length);
}
