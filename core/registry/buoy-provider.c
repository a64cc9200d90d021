/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Taken from mail that passed through these providers, and from their published names; November 2026.
 */
#include "config.h"

#include "registry/buoy-provider.h"

#include <gio/gio.h>

#include "base/host/buoy-host.h"

static const char *const providers[][16] = {
  { "google.com", "gmail.com", "googlemail.com", "googlegroups.com" },
  { "outlook.com", "hotmail.com", "live.com", "msn.com", "office365.com", "exchangelabs.com", "microsoft.com",
    "outlook.jp", "live.jp", "hotmail.co.jp" },
  { "yahoo.com", "yahoodns.net", "aol.com", "ymail.com", "yahoo.net", "yahoogroups.com" },
  { "yahoo.co.jp", "ybb.ne.jp", "ymail.ne.jp" },
  { "icloud.com", "me.com", "mac.com", "apple.com" },
  { "messagingengine.com", "fastmail.com", "fastmail.fm" },
  { "protonmail.ch", "proton.me", "protonmail.com", "pm.me" },
  { "docomo.ne.jp", "spmode.ne.jp", "nttdocomo.co.jp" },
  { "au.com", "ezweb.ne.jp", "auone-net.jp", "dion.ne.jp", "kddi.com" },
  { "softbank.ne.jp", "softbank.jp", "vodafone.ne.jp", "ymobile.ne.jp" },
  { "ocn.ne.jp", "ocn.ad.jp" },
  { "nifty.com", "nifty.ne.jp", "nifty.ad.jp" },
  { "biglobe.ne.jp", "mesh.ad.jp" },
  { "so-net.ne.jp", "so-net.or.jp" },
  { "plala.or.jp", "plala.ne.jp" },
  { "gmx.net", "gmx.com", "gmx.de", "gmx.at", "gmx.ch", "web.de", "mail.com", "kundenserver.de", "1and1.com",
    "ionos.com" },
  { "zoho.com", "zohomail.com", "zoho.eu", "zoho.in" },
  { "yandex.net", "yandex.ru", "yandex.com", "ya.ru" },
  { "mail.ru", "bk.ru", "inbox.ru", "list.ru" },
  { "qq.com", "foxmail.com" },
  { "163.com", "126.com", "yeah.net", "netease.com" },
  { "t-online.de", "telekom.de" },
};

static const char *const gateways[] = {
  "pphosted.com",       "ppe-hosted.com",        "mimecast.com",   "messagelabs.com",      "symanteccloud.com",
  "iphmx.com",          "barracudanetworks.com", "trendmicro.com", "trendmicro.eu",        "mailcontrol.com",
  "hornetsecurity.com", "antispameurope.com",    "spamtitan.com",  "mxlogic.net",          "postini.com",
  "psmtp.com",          "fireeyecloud.com",      "sophos.com",     "cloudflare-email.net", "mailspamprotection.com",
};

/* Networks of Exchange Online's own servers. Machines of customers have other addresses in 2603:1000::/24 (Azure), and
 * the mail of customers is sent from 2a01:111:f403::/48.
 */
static const char *const microsoft_inside[]
    = { "2603:1006::/32", "2603:1016::/32",     "2603:1026::/32",    "2603:1036::/32", "2603:1046::/32",
        "2603:1056::/32", "2603:1096::/32",     "2603:10a6::/32",    "2603:10b6::/32", "2603:10c6::/32",
        "2603:10d6::/32", "2a01:111:e400::/48", "2a01:111:f400::/48" };

static guint
provider_of (const char *site)
{
  for (guint i = 0; i < G_N_ELEMENTS (providers); i++)
    for (guint j = 0; providers[i][j] != NULL; j++)
      if (g_str_equal (providers[i][j], site))
        return i + 1;
  return 0;
}

gboolean
buoy_provider_is_same (const char *ascii_a, const char *ascii_b)
{
  const char *site_a = buoy_host_registrable_domain (ascii_a);
  const char *site_b = buoy_host_registrable_domain (ascii_b);

  if (site_a == NULL || site_b == NULL)
    return ascii_a != NULL && g_strcmp0 (ascii_a, ascii_b) == 0;
  if (g_str_equal (site_a, site_b))
    return TRUE;
  return provider_of (site_a) != 0 && provider_of (site_a) == provider_of (site_b);
}

gboolean
buoy_provider_is_gateway (const char *ascii_host)
{
  const char *site = buoy_host_registrable_domain (ascii_host);

  for (guint i = 0; site != NULL && i < G_N_ELEMENTS (gateways); i++)
    if (g_str_equal (gateways[i], site))
      return TRUE;
  return FALSE;
}

BuoyResultsPlace
buoy_provider_results_place (const char *ascii_host)
{
  if (buoy_host_is_within (ascii_host, "google.com"))
    return BUOY_RESULTS_RIGHT_BELOW;
  if (buoy_host_is_within (ascii_host, "protonmail.ch"))
    return BUOY_RESULTS_BELOW_TRACE;
  return BUOY_RESULTS_ABOVE;
}

gboolean
buoy_provider_omits_id (const char *ascii_host)
{
  return buoy_host_is_within (ascii_host, "outlook.com") || buoy_host_is_within (ascii_host, "office365.com")
         || buoy_host_is_within (ascii_host, "exchangelabs.com");
}

gboolean
buoy_provider_is_microsoft_inside (const char *ip)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (ip);

  for (guint i = 0; address != NULL && i < G_N_ELEMENTS (microsoft_inside); i++)
    {
      g_autoptr (GInetAddressMask) network = g_inet_address_mask_new_from_string (microsoft_inside[i], NULL);

      if (g_inet_address_mask_matches (network, address))
        return TRUE;
    }
  return FALSE;
}
