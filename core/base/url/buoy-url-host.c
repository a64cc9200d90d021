/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "base/url/buoy-url-host.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "base/text/buoy-text.h"
#include "base/url/buoy-ip.h"
#include "base/url/buoy-percent.h"
#include "base/url/buoy-url-private.h"
#include "base/url/buoy-url.h"

/* Forbidden host code points (§3.2). */
static gboolean
is_forbidden (guchar c)
{
  return c == '\0' || (char) c == BUOY_URL_NUL || strchr ("\t\n\r #/:<>?@[\\]^|", c) != NULL;
}

static gboolean
is_forbidden_in_domain (guchar c)
{
  return is_forbidden (c) || c <= 0x1f || c == '%' || c == 0x7f;
}

static char *
parse_opaque (const char *text, gsize length)
{
  GString *out;

  for (gsize i = 0; i < length; i++)
    if (is_forbidden ((guchar) text[i]))
      return NULL;
  out = g_string_new (NULL);
  buoy_percent_append (out, text, length, BUOY_ENCODE_C0);
  return g_string_free (out, FALSE);
}

static char *
parse_ipv6 (const char *text, gsize length)
{
  g_autofree char *inside = NULL;
  g_autofree char *canonical = NULL;

  if (length < 2 || text[length - 1] != ']')
    return NULL;
  inside = g_strndup (text + 1, length - 2);
  canonical = buoy_ipv6_canonicalise (inside);
  return canonical != NULL ? g_strconcat ("[", canonical, "]", NULL) : NULL;
}

/* Whether @ascii is shown to a reader otherwise than @domain was written, apart from letter case. */
static gboolean
is_mapped (const char *domain, const char *ascii)
{
  g_autofree char *lower = g_utf8_strdown (domain, -1);
  g_autofree char *composed = buoy_text_normalize (lower, BUOY_NORMAL_COMPOSED);
  g_autofree char *shown = buoy_host_to_unicode (ascii);

  return !g_str_equal (composed, shown) && !g_str_equal (composed, ascii);
}

/* Browsers keep a trailing dot and long labels; only what UTS 46 refuses is refused. */
static char *
domain_to_ascii (const char *domain, guint *out_anomalies)
{
  g_autofree char *ascii = buoy_host_map (domain);

  if (ascii == NULL)
    return NULL;
  for (const char *p = ascii; *p != '\0'; p++)
    if (is_forbidden_in_domain ((guchar) *p))
      return NULL;
  if (!g_str_is_ascii (domain) && is_mapped (domain, ascii))
    *out_anomalies |= BUOY_URL_ANOMALY_MAPPED_HOST;
  return g_steal_pointer (&ascii);
}

static char *
parse_domain (const char *text, gsize length, guint *out_anomalies)
{
  gsize n = 0;
  g_autofree char *decoded = buoy_percent_decode (text, length, &n);
  g_autofree char *ascii = NULL;
  guint32 address;
  int is_ipv4;

  if (strlen (decoded) != n || !g_utf8_validate (decoded, (gssize) n, NULL))
    return NULL;
  if (n != length)
    *out_anomalies |= BUOY_URL_ANOMALY_ENCODED_HOST;
  ascii = domain_to_ascii (decoded, out_anomalies);
  if (ascii == NULL || *ascii == '\0')
    return NULL;

  is_ipv4 = buoy_ipv4_parse (ascii, &address);
  if (is_ipv4 < 0)
    return NULL;
  if (is_ipv4 > 0)
    {
      char *dotted = buoy_ipv4_to_string (address);

      if (!g_str_equal (dotted, decoded))
        *out_anomalies |= BUOY_URL_ANOMALY_IP_FORM;
      return dotted;
    }
  return g_steal_pointer (&ascii);
}

char *
buoy_url_parse_host (const char *text, gsize length, gboolean special, guint *out_anomalies)
{
  if (length > 0 && text[0] == '[')
    return parse_ipv6 (text, length);
  if (!special)
    return parse_opaque (text, length);
  return parse_domain (text, length, out_anomalies);
}
