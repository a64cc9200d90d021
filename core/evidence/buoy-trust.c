/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One side is one organisation by the public suffix list, or one provider that works under several names, or a
 * filtering service in front of it.
 */
#include "config.h"

#include "evidence/buoy-trust.h"

#include <string.h>

#include "base/buoy-host.h"

/* Providers that write one trace under several registrable domains, as their own mail shows. */
static const char *const families[][12] = {
  { "google.com", "gmail.com", "googlemail.com" },
  { "outlook.com", "hotmail.com", "live.com", "office365.com", "exchangelabs.com", "microsoft.com", "outlook.cn",
    "office365.us" },
  { "yahoo.com", "yahoodns.net", "aol.com", "yahoo.net" },
  { "icloud.com", "me.com", "mac.com", "apple.com" },
  { "messagingengine.com", "fastmail.com", "fastmail.fm" },
  { "yahoo.co.jp", "yahoo.ne.jp" },
  { "docomo.ne.jp", "spmode.ne.jp", "nttdocomo.co.jp" },
  { "au.com", "ezweb.ne.jp", "auone-net.jp", "dion.ne.jp", "kddi.com" },
  { "softbank.ne.jp", "softbank.jp", "vodafone.ne.jp", "ymobile.ne.jp" },
  { "ocn.ne.jp", "ocn.ad.jp" },
  { "nifty.com", "nifty.ad.jp" },
  { "biglobe.ne.jp", "mesh.ad.jp" },
  { "so-net.ne.jp", "so-net.or.jp" },
  { "gmx.net", "gmx.com", "gmx.de", "web.de", "kundenserver.de", "1and1.com", "ionos.com" },
};

/* Services that organisations put in front of their own servers. */
static const char *const gateways[] = {
  "pphosted.com", "ppe-hosted.com", "mimecast.com", "messagelabs.com", "symanteccloud.com", "iphmx.com",
  "barracudanetworks.com", "ess.barracudanetworks.com", "trendmicro.com", "trendmicro.eu", "mailcontrol.com",
  "hornetsecurity.com", "antispameurope.com", "spamtitan.com", "mxlogic.net", "postini.com", "psmtp.com",
  "fireeyecloud.com", "sophos.com", "cloudflare-email.net", "mailspamprotection.com", "emailsecurity.trellix.com",
};

/* Microsoft's own hops have public IPv6 addresses. */
static const char *const microsoft_prefixes[] = { "2603:10", "2a01:111:" };

static guint
family_of (const char *site)
{
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    for (guint j = 0; families[i][j] != NULL; j++)
      if (g_str_equal (families[i][j], site))
        return i + 1;
  return 0;
}

static gboolean
is_gateway (const char *site)
{
  for (guint i = 0; i < G_N_ELEMENTS (gateways); i++)
    if (g_str_equal (gateways[i], site))
      return TRUE;
  return FALSE;
}

static gboolean
same_side (const char *a, const char *b)
{
  const char *site_a = buoy_host_registrable_domain (a);
  const char *site_b = buoy_host_registrable_domain (b);

  if (site_a == NULL || site_b == NULL)
    return g_strcmp0 (a, b) == 0;
  if (g_str_equal (site_a, site_b))
    return TRUE;
  return family_of (site_a) != 0 && family_of (site_a) == family_of (site_b);
}

BuoySide
buoy_side_of (const BuoyEvidence *evidence)
{
  const GPtrArray *lines = evidence->message->received;
  BuoySide side = { 0 };

  if (evidence->context != NULL && evidence->context->trusted_hosts->len > 0)
    {
      side.hosts = evidence->context->trusted_hosts;
      return side;
    }
  /* the newest line that names a real host; a local delivery agent may stand above it */
  for (guint i = 0; i < lines->len && side.host == NULL; i++)
    {
      const BuoyReceived *line = g_ptr_array_index (lines, i);

      if (buoy_host_registrable_domain (line->by) != NULL)
        side.host = line->by;
      else if (!line->local && buoy_host_is_public_ip (line->ip))
        break;
    }
  return side;
}

gboolean
buoy_side_has (const BuoySide *side, const char *ascii_host)
{
  if (ascii_host == NULL)
    return FALSE;
  if (side->hosts == NULL)
    return side->host != NULL && same_side (side->host, ascii_host);
  for (guint i = 0; i < side->hosts->len; i++)
    {
      const char *host = g_ptr_array_index (side->hosts, i);

      if (buoy_host_is_within (ascii_host, host) || same_side (host, ascii_host))
        return TRUE;
    }
  return FALSE;
}

gboolean
buoy_side_omits_id (const BuoySide *side)
{
  static const char microsoft[] = "mail.protection.outlook.com";

  return buoy_side_has (side, microsoft);
}

static gboolean
is_microsoft_address (const char *ip)
{
  for (guint i = 0; i < G_N_ELEMENTS (microsoft_prefixes); i++)
    if (g_str_has_prefix (ip, microsoft_prefixes[i]))
      return TRUE;
  return FALSE;
}

/* A name that only the peer says counts where nobody outside can stand: no address, a private one, Microsoft's own. */
static gboolean
is_helo_believable (const BuoySide *side, const BuoyReceived *line)
{
  return line->ip == NULL || !buoy_host_is_public_ip (line->ip)
         || (buoy_side_omits_id (side) && is_microsoft_address (line->ip));
}

gboolean
buoy_side_is_inner_hop (const BuoySide *side, const BuoyReceived *line)
{
  const char *site;

  if (line->local)
    return TRUE;
  if (line->ip != NULL && !buoy_host_is_public_ip (line->ip))
    return TRUE;
  if (line->rdns_state == BUOY_RDNS_VERIFIED && buoy_side_has (side, line->rdns))
    return TRUE;
  site = line->rdns_state == BUOY_RDNS_VERIFIED ? buoy_host_registrable_domain (line->rdns) : NULL;
  if (site != NULL && is_gateway (site))
    return TRUE;
  return buoy_side_has (side, line->helo) && is_helo_believable (side, line);
}
