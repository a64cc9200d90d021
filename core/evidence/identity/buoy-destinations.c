/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A sender that only links to its own site and to the brand's is harmless, but a single other link may do harm. So all
 * links are classified, and every kind of destination is reported.
 */
#include "config.h"

#include "evidence/identity/buoy-destinations.h"

#include "base/host/buoy-host.h"
#include "registry/buoy-open-host.h"
#include "registry/buoy-senders.h"

gboolean
buoy_destinations_is_shared (const char *host, const BuoyBrand *owner)
{
  static const char *const hosts[] = {
    "apps.apple.com",
    "itunes.apple.com",
    "play.google.com",
    "maps.google.com",
    "fonts.googleapis.com",
    "w3.org",
    "schema.org",
    "schemas.microsoft.com",
    "schemas.openxmlformats.org",
    "purl.org",
    "aka.ms",
  };

  if (owner != NULL && owner->shared)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    if (buoy_host_is_within (host, hosts[i]))
      return TRUE;
  return FALSE;
}

/* Whether a Mimecast wrapper, which hides the target but adds its site ("/s/x?domain=shop.example"), names the sender's
 * site. Anyone can write that, so it counts only if the sender is authenticated, who could also have linked there
 * directly.
 */
static gboolean
is_named_beside (const BuoyEvidence *evidence, const BuoyTarget *target)
{
  const GPtrArray *wrappers = target->wrappers;
  g_autofree char *domain = NULL;

  if (evidence->auth.state != BUOY_AUTH_PASS || !target->undisclosed || wrappers == NULL || wrappers->len == 0
      || !g_str_equal (g_ptr_array_index (wrappers, wrappers->len - 1), "mimecast"))
    return FALSE;
  domain = buoy_url_query_value (target->target != NULL ? target->target : target->url, "domain");
  return domain != NULL && buoy_host_same_site (domain, evidence->from_domain);
}

static gboolean
is_carriers (const BuoyEvidence *evidence, const char *host)
{
  const BuoyMailbox *return_path = evidence->message->return_path;

  return buoy_host_same_site (host, evidence->auth.other_domain)
         || (return_path != NULL && buoy_host_same_site (host, return_path->domain));
}

static BuoyDestinations
place_of_target (const BuoyEvidence *evidence, const BuoyBrand *brand, const BuoyTarget *target)
{
  const BuoyBrands *brands = buoy_brands_get_default ();
  const BuoyOpenHost open = buoy_open_host_classify (target->host);
  const BuoyBrand *owner;

  if (is_named_beside (evidence, target))
    return BUOY_DESTINATION_SENDER;
  if (target->undisclosed && open == BUOY_OPEN_HOST_NONE)
    return BUOY_DESTINATION_KNOWN;
  if (buoy_host_same_site (target->host, evidence->from_domain))
    return BUOY_DESTINATION_SENDER;
  if (open != BUOY_OPEN_HOST_NONE)
    return BUOY_DESTINATION_STRANGER;
  if (buoy_brand_owns (brand, target->host))
    return BUOY_DESTINATION_BRAND;
  if (buoy_brand_uses (brand, target->host) || buoy_senders_find_by_host (target->host) != NULL)
    return BUOY_DESTINATION_SERVICE;
  owner = buoy_brands_find_by_host (brands, target->host);
  if (buoy_destinations_is_shared (target->host, owner))
    return BUOY_DESTINATION_SERVICE;
  if (owner != NULL)
    return BUOY_DESTINATION_KNOWN;
  return is_carriers (evidence, target->host) ? BUOY_DESTINATION_KNOWN : BUOY_DESTINATION_STRANGER;
}

guint
buoy_destinations_find (const BuoyEvidence *evidence, const BuoyBrand *brand)
{
  const BuoyMessage *message = evidence->message;
  guint leads = evidence->pages->len > 0 ? BUOY_DESTINATION_MAIL | BUOY_DESTINATION_FILE : 0;

  if (message->attachments->len > 0)
    leads |= BUOY_DESTINATION_FILE;
  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);
      guint place;

      /* the verdict reports that the budget was spent, and nobody reads it if the scan was cancelled */
      if (buoy_budget_is_spent (message->budget) || buoy_budget_is_cancelled (message->budget))
        break;
      if (target->link->kind == BUOY_LINK_NAMED)
        continue;
      if (target->host == NULL || *target->host == '\0')
        {
          leads |= target->link->in_html ? BUOY_DESTINATION_MAIL : 0;
          continue;
        }
      place = place_of_target (evidence, brand, target);
      /* links that may be hidden are used only to accuse */
      if (target->link->surely_seen || place == BUOY_DESTINATION_STRANGER)
        leads |= place;
    }
  return leads;
}
