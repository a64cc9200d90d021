/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The table of wrappers. A row names the exact hosts (a look-alike host is not a wrapper) and where the wrapped URL is;
 * nothing is looked up on the network.
 */
#include "config.h"

#include "evidence/links/buoy-wrapper.h"

#include "base/host/buoy-host.h"
#include "evidence/links/buoy-href.h"
#include "evidence/links/buoy-unwrap.h"

#include <string.h>

static const BuoyWrapperRow rows[] = {
  /* organisations' gateways and their mail services */
  { "safelinks",
    "safelinks.protection.outlook.com safelinks.o365filtering.com safelinks.office365.us "
    "safelinks.protection.office365.us safelinks.protection.partner.outlook.cn",
    NULL, "url", NULL },
  { "teams", "statics.teams.cdn.office.net statics.teams.microsoft.com teams.cdn.office.net", NULL, "url", NULL },
  { "urldefense", "urldefense.com urldefense.us urldefense.proofpoint.com", NULL, NULL, buoy_urldefense_decode },
  { "urldefense", "urldefense.com urldefense.us urldefense.proofpoint.com", NULL, NULL, NULL },
  { "barracuda", "linkprotect.cudasvc.com", "/url", "a", NULL },
  { "cisco", "secure-web.cisco.com", NULL, NULL, buoy_unwrap_last_segment },
  { "cisco", "secure-web.cisco.com", NULL, NULL, NULL },
  { "mimecast", "mimecast.com mimecastprotect.com", "/s/", NULL, NULL },
  { "mimecast", "mimecastprotect.com", "/r/", NULL, NULL },
  { "symantec", "clicktime.symantec.com clicktime.cloud.postoffice.net", NULL, "u", NULL },
  { "libraesva", "urlsand.esvalabs.com urlsand.com", NULL, "u", NULL },
  { "trendmicro", "trendmicro.com trendmicro.eu trendmicro.co.jp", "/wis/clicktime", "url", NULL },
  { "sophos", "protection.sophos.com", NULL, NULL, buoy_unwrap_base64_u },
  { "sophos", "protection.sophos.com", NULL, NULL, NULL },
  { "fireeye", "protect.fireeye.com protect2.fireeye.com", NULL, "u", NULL },
  { "trustwave", "scanmail.trustwave.com", NULL, "u", NULL },
  { "check-point", "protect.checkpoint.com url.avanan.click", NULL, NULL, buoy_unwrap_underscores },
  { "check-point", "protect.checkpoint.com url.avanan.click", NULL, NULL, NULL },
  { "avanan", "url-protection.com avanan.url-protection.com", "/v1/url", "o", NULL },
  { "sonicwall", "sonicwall.com", "/click", "URL url", NULL },
  { "menlo", "menlosecurity.com", NULL, NULL, buoy_unwrap_embedded_path },
  { "inky", "shared.outlook.inky.com inkyphishfence.com", "/link", NULL, NULL },
  { "appriver", "url.emailprotection.link", NULL, NULL, NULL },
  { "edgepilot", "link.edgepilot.com", NULL, "u", NULL },
  { "edgepilot", "link.edgepilot.com", NULL, NULL, NULL },
  { "hornetsecurity", "atpscan.global.hornetsecurity.com", NULL, "u", NULL },
  { "vade", "antiphishing.vadesecure.com", "/v", "u", NULL },
  { "vade", "vadesecure.com", "/safeproxy/", "u", NULL },
  { "mailinblack", "mailinblack.com", "/securelink/", NULL, NULL },
  { "deref",
    "deref-gmx.net deref-gmx.com deref-gmx.co.uk deref-gmx.fr deref-web.de deref-web-02.de deref-mail.com "
    "deref-mail-02.com deref-1und1.de deref-1und1-02.de",
    "/mail/client/", "redirectUrl", NULL },
  /* search engines, caches and translators */
  { "google-url", "google.*", "/url", "q url", NULL },
  { "google-url", "google.*", "/local_url", "q", NULL },
  { "google-images", "google.*", "/imgres", "imgrefurl", NULL },
  { "google-amp", "google.*", "/amp/", NULL, buoy_unwrap_amp },
  { "google-amp", "cdn.ampproject.org", NULL, NULL, buoy_unwrap_amp_cache },
  { "google-translate", "translate.google.*", "/translate", "u", NULL },
  { "google-translate", "translate.goog", NULL, NULL, buoy_unwrap_translate },
  { "google-light", "googleweblight.com", NULL, "lite_url u", NULL },
  { "google-business", "business.google.com", "/website_shared/launch_bw.html", "f", NULL },
  { "google-ads", "googleadservices.com doubleclick.net googlesyndication.com", NULL, "adurl ds_dest_url", NULL },
  { "google-ads", "doubleclick.net", NULL, NULL, buoy_unwrap_query },
  { "google-ads", "google.*", "/pagead/aclk", "adurl", NULL },
  { "google-ads", "google.*", "/aclk", "adurl", NULL },
  { "google-travel", "google.*", "/travel/clk", "pcurl", NULL },
  { "bing", "bing.com", "/ck/a", NULL, buoy_unwrap_bing },
  { "bing", "bing.com", "/newtabredir", "url", NULL },
  { "bing", "bing.com", "/aclick", NULL, buoy_unwrap_base64_u },
  { "bing", "bing.com", "/aclk", NULL, buoy_unwrap_base64_u },
  { "yahoo", "search.yahoo.com search.yahoo.co.jp ord.yahoo.co.jp", NULL, NULL, buoy_unwrap_yahoo },
  { "duckduckgo", "duckduckgo.com", "/l/", "uddg", NULL },
  { "baidu", "baidu.com", "/link", NULL, NULL },
  { "web-archive", "web.archive.org", "/web/", NULL, buoy_unwrap_embedded_path },
  /* social networks and forums: outgoing links */
  { "facebook", "facebook.com", "/l.php", "u", NULL },
  { "facebook", "facebook.com", "/flx/warn", "u", NULL },
  { "facebook",
    "l.facebook.com lm.facebook.com l.instagram.com l.messenger.com l.threads.com l.threads.net "
    "l.workplace.com l.wl.co",
    NULL, "u", NULL },
  { "linkedin", "linkedin.com", "/redir/", "url", NULL },
  { "linkedin", "linkedin.com", "/safety/go", "url", NULL },
  { "linkedin", "linkedin.com", "/slink", NULL, NULL },
  { "slack", "slack-redir.net", "/link", "url", NULL },
  { "steam", "steamcommunity.com", "/linkfilter", NULL, buoy_unwrap_steam },
  { "vk", "vk.com vk.ru away.vk.com", "/away.php", "to", NULL },
  { "youtube", "youtube.com", "/redirect", "q", NULL },
  { "tiktok", "tiktok.com", "/link/v2", "target", NULL },
  { "tumblr", "t.umblr.com", "/redirect", "z", NULL },
  { "reddit", "out.reddit.com", NULL, "url", NULL },
  { "disqus", "disq.us", "/url", "url", NULL },
  { "weibo", "weibo.cn t.cn", "/sinaurl", "u", NULL },
  { "zhihu", "link.zhihu.com", NULL, "target", NULL },
  { "pixiv", "pixiv.net", "/jump.php", NULL, buoy_unwrap_query },
  { "justpaste", "justpaste.it", "/redirect/", NULL, buoy_unwrap_embedded_path },
  { "pocket", "getpocket.com", "/redirect", "url", NULL },
  { "dereferer", "href.li anonym.to anon.to nullrefer.com jump.5ch.net jump.2ch.net", NULL, NULL, buoy_unwrap_query },
  /* trackers that anyone can use */
  { "atlas", "ad.atdmt.com", NULL, "href h", NULL },
  { "exactag", "exactag.com", NULL, "url", NULL },
  { "retail-rocket", "retailrocket.net", NULL, "url", NULL },
};

#define ANY_SUFFIX "google." /* what rows with a wildcard have before it */

/* The set of hosts in all rows without a wildcard. Made once, never freed. */
static gpointer
list_hosts (gpointer unused)
{
  GHashTable *listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) hosts = g_strsplit (rows[i].hosts, " ", -1);

      for (guint j = 0; hosts[j] != NULL; j++)
        if (g_str_has_suffix (hosts[j], "*"))
          g_assert (strstr (hosts[j], ANY_SUFFIX) != NULL);
        else
          g_hash_table_add (listed, g_strdup (hosts[j]));
    }
  return listed;
}

/* Whether a row may match @host. Most hosts match none, and need not be compared with each row. */
static gboolean
is_listed (const char *host)
{
  static GOnce once = G_ONCE_INIT;

  return buoy_host_look_up (g_once (&once, list_hosts, NULL), host) != NULL || strstr (host, ANY_SUFFIX) != NULL;
}

/* Whether @host has @name before any public suffix: "google." in google.co.jp, "translate.google." in
 * translate.google.de.
 */
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

/* Whether @host is the pattern or a sub-domain of it. */
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
row_fits (const BuoyWrapperRow *row, const BuoyUrl *url)
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

/* Opens a web URL, which may have been percent-encoded twice. (transfer full) (nullable) */
static BuoyUrl *
open_text (const char *text)
{
  g_autofree char *again
      = strstr (text, "://") == NULL && strchr (text, '%') != NULL ? g_uri_unescape_string (text, NULL) : NULL;
  BuoyUrl *target = buoy_href_open (again != NULL ? again : text, NULL);

  if (target != NULL && buoy_url_is_web (target))
    return target;
  g_clear_pointer (&target, buoy_url_free);
  return NULL;
}

/* The web URL in one of the parameters; NULL if they name different sites. (transfer full) */
static BuoyUrl *
read_params (const BuoyUrl *url, const char *params)
{
  g_auto (GStrv) names = g_strsplit (params, " ", -1);
  BuoyUrl *found = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *value = buoy_url_query_value (url, names[i]);
      g_autoptr (BuoyUrl) target = value != NULL ? open_text (value) : NULL;

      if (target != NULL && found != NULL && !buoy_host_same_site (target->host, found->host))
        {
          buoy_url_free (found);
          return NULL;
        }
      if (found == NULL)
        found = g_steal_pointer (&target);
    }
  return found;
}

static BuoyUrl *
read_target (const BuoyWrapperRow *row, const BuoyUrl *url)
{
  g_autofree char *text = NULL;

  if (row->unwrap == NULL)
    return read_params (url, row->params);
  text = row->unwrap (url);
  return text != NULL ? open_text (text) : NULL;
}

gboolean
buoy_wrapper_open (const BuoyUrl *url, BuoyWrapped *out_wrapped)
{
  if (url->host == NULL || !is_listed (url->host))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const BuoyWrapperRow *row = &rows[i];

      if (!row_fits (row, url))
        continue;
      out_wrapped->name = row->name;
      out_wrapped->opaque = row->unwrap == NULL && row->params == NULL;
      out_wrapped->target = out_wrapped->opaque ? NULL : read_target (row, url);
      if (out_wrapped->opaque || out_wrapped->target != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Mimecast and Inky name the domain, Mailinblack the site as a URL. */
static BuoyUrl *
read_name (const BuoyUrl *url)
{
  g_autofree char *domain = buoy_url_query_value (url, "domain");
  g_autofree char *text = domain != NULL ? g_strconcat ("https://", domain, NULL) : NULL;

  return text != NULL ? open_text (text) : read_params (url, "url");
}

char *
buoy_wrapper_find_named_host (const BuoyUrl *url)
{
  BuoyWrapped wrapped = { 0 };
  g_autoptr (BuoyUrl) target = NULL;
  g_autoptr (BuoyUrl) named = NULL;

  if (!buoy_wrapper_open (url, &wrapped))
    return NULL;
  target = wrapped.target;
  named = wrapped.opaque ? read_name (url) : NULL;
  return named != NULL ? g_strdup (named->host) : NULL;
}

const BuoyWrapperRow *
buoy_wrapper_rows_get (guint *out_n_rows)
{
  *out_n_rows = G_N_ELEMENTS (rows);
  return rows;
}
