/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Names which suggest that the shown site and the opened one belong to the same company. None of this is proof.
 */
#include "config.h"

#include "checks/related-name.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "registry/buoy-open-host.h"
#include "evidence/links/buoy-target.h"

gboolean
buoy_mismatch_opens_mail_domain (const BuoyTarget *target, const char *from_org)
{
  static const char *const words[] = { "e", "em", "email", "m", "mail", "mailing", "news", "newsletter" };

  if (from_org == NULL || target->domain == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const gsize length = strlen (words[i]);

      if (strncmp (target->domain, words[i], length) == 0 && target->domain[length] == '-'
          && g_str_equal (target->domain + length + 1, from_org))
        return TRUE;
    }
  return FALSE;
}

gboolean
buoy_mismatch_opens_shorter_name (const BuoyTarget *target)
{
  static const gsize min_letters = 5;
  const BuoyBrand *owner = buoy_brands_find_by_host (buoy_brands_get_default (), target->host);
  const char *shown = buoy_host_registrable_domain (target->shown_host);
  gsize length;

  if (owner == NULL || owner->shared || !buoy_brand_owns (owner, target->host) || shown == NULL
      || target->domain == NULL)
    return FALSE;
  length = strcspn (target->domain, ".");
  return length >= min_letters && strncmp (shown, target->domain, length) == 0;
}

/* "de", "co.uk", "or.jp": where a country's companies register names. */
static gboolean
is_country_suffix (const char *suffix)
{
  const char *dot = strchr (suffix, '.');

  return dot == NULL ? strlen (suffix) == 2 : dot - suffix <= 3 && strlen (dot + 1) == 2;
}

/* The domain itself or "www", not another kind of server. */
static gboolean
is_main_site (const BuoyTarget *target)
{
  const char *host = target->host;

  return g_str_equal (g_str_has_prefix (host, "www.") ? host + strlen ("www.") : host, target->domain);
}

gboolean
buoy_mismatch_has_same_label (const BuoyTarget *target)
{
  const char *shown = buoy_host_registrable_domain (target->shown_host);
  const char *opened = target->domain;
  gsize length;

  if (shown == NULL || opened == NULL || buoy_open_host_classify (target->host) != BUOY_OPEN_HOST_NONE)
    return FALSE;
  length = strcspn (shown, ".");
  if (length != strcspn (opened, ".") || strncmp (shown, opened, length) != 0)
    return FALSE;
  if (is_country_suffix (opened + length + 1))
    return TRUE;
  return strchr (opened + length + 1, '.') == NULL
         && (is_country_suffix (shown + length + 1) || !is_main_site (target));
}
