/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which brands a message claims to be from. The display name and the text are searched for the registry's brands; each
 * claim is then compared with the From domain and with where the links lead.
 */
#include "config.h"

#include "evidence/identity/buoy-identity.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "evidence/identity/buoy-identity-address.h"
#include "evidence/identity/buoy-identity-sender.h"
#include "evidence/identity/buoy-identity-text.h"
#include "evidence/identity/buoy-destinations.h"
#include "lexicon/buoy-person.h"
#include "registry/buoy-open-host.h"
#include "registry/buoy-vetted.h"

#define PAIR_STEPS 120 /* for a claim and a link: here, and in the check that weighs the claim */

/* The label of a host's registrable domain: "ikea" for "www.ikea.com". (transfer full) (nullable) */
static char *
site_label (const char *host)
{
  const char *site = buoy_host_registrable_domain (host);

  return site != NULL ? g_strndup (site, strcspn (site, ".")) : NULL;
}

/* Whether @host has the brand's own label under a country's suffix. It is most likely the brand's, and the registry
 * cannot list all of these.
 */
static gboolean
is_country_site (const BuoyBrand *brand, const char *host)
{
  static const char *const open_suffixes[]
      = { "cc", "cf", "cn", "co", "ga", "gq", "icu", "io", "me", "ml", "pw", "ru", "su", "tk", "tv", "ws", NULL };
  g_autofree char *label = site_label (host);
  const char *last = host != NULL ? strrchr (host, '.') : NULL;

  if (label == NULL || strlen (label) < 4 || last == NULL || strlen (last + 1) != 2
      || g_strv_contains (open_suffixes, last + 1))
    return FALSE;
  for (guint i = 0; brand->domains[i] != NULL; i++)
    {
      g_autofree char *own = site_label (brand->domains[i]);

      if (g_strcmp0 (own, label) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether @domain belongs to a brand that may use the name of @brand, as Yahoo! JAPAN uses "Yahoo!". */
static gboolean
is_answered_for (const BuoyBrand *brand, const char *domain)
{
  const BuoyBrand *owner = buoy_brands_find_by_own_site (buoy_brands_get_default (), domain);

  return owner != NULL && buoy_brand_answers_for (owner, brand);
}

static gboolean
is_from_brands (const BuoyEvidence *evidence, const BuoyBrand *brand)
{
  const char *domain = evidence->from_domain;

  if (domain == NULL || g_strv_contains ((const char *const *) brand->webmail, domain))
    return FALSE;
  if (buoy_brand_uses (brand, domain) || is_answered_for (brand, domain))
    return TRUE;
  if (evidence->auth.state == BUOY_AUTH_PASS && is_country_site (brand, domain))
    return TRUE;
  return (evidence->auth.state == BUOY_AUTH_PASS || evidence->origin.state == BUOY_ORIGIN_MATCH)
         && (buoy_vetted_is_authority (brand, domain) || buoy_vetted_is_company (brand, domain));
}

/* Adds a link to what is known of a claim. A site where anyone can publish is not the brand's, and a link that may be
 * hidden does not excuse the others. Excuse: link-to-brand, link-to-brand-first, hidden-genuine-links, brands-crowd
 */
static void
weigh_target (BuoyClaim *claim, const BuoyTarget *target, const BuoyBrand *owner)
{
  const char *host = target->host;

  if (claim->leads_elsewhere && !buoy_brand_is_sibling (claim->brand, owner))
    return;
  /* a company's site that redirects to an unrelated one is not the company's own page either */
  if (buoy_brand_is_sibling (claim->brand, owner) && target->onward != NULL)
    {
      claim->leads_elsewhere = TRUE;
      return;
    }
  if (buoy_brand_is_sibling (claim->brand, owner) && buoy_brand_owns (claim->brand, host))
    {
      if (buoy_open_host_classify (host) == BUOY_OPEN_HOST_NONE)
        claim->links_to_brand |= target->link->surely_seen;
      else
        claim->leads_elsewhere = TRUE;
      return;
    }
  if (!buoy_brand_uses (claim->brand, host) && !buoy_destinations_is_shared (host, owner))
    claim->leads_elsewhere = TRUE;
}

static void
weigh_targets (const BuoyEvidence *evidence, GPtrArray *claims)
{
  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);
      const BuoyBrand *owner = buoy_brands_find_by_host (buoy_brands_get_default (), target->host);

      if (!buoy_budget_spend (evidence->message->budget, PAIR_STEPS * (1 + claims->len)))
        return;
      /* a bare host may only be mentioned */
      if (target->host == NULL || *target->host == '\0' || target->link->kind == BUOY_LINK_NAMED)
        continue;
      for (guint k = 0; k < claims->len; k++)
        weigh_target (g_ptr_array_index (claims, k), target, owner);
    }
}

static gboolean
sender_is_named (const GPtrArray *claims)
{
  for (guint i = 0; i < claims->len; i++)
    {
      const BuoyClaim *claim = g_ptr_array_index (claims, i);

      if (claim->from_is_brands && (claim->where & BUOY_CLAIM_FROM_NAME) != 0)
        return TRUE;
    }
  return FALSE;
}

/* Drops claims of other brands in the display name if From is of a brand named there: in "PayPay銀行 JCBデビット" from
 * PayPay銀行, the second name is a product. In "PayPal via DocuSign", the first is what a customer calls himself.
 */
static void
drop_partners (const BuoyEvidence *evidence, GPtrArray *claims)
{
  const gboolean names_customer = evidence->from != NULL && buoy_person_via (evidence->from->name) != NULL;

  if (!sender_is_named (claims))
    return;
  for (guint i = claims->len; i-- > 0;)
    {
      BuoyClaim *claim = g_ptr_array_index (claims, i);

      if (claim->from_is_brands)
        continue;
      if (names_customer && (claim->where & BUOY_CLAIM_FROM_NAME) != 0)
        claim->where |= BUOY_CLAIM_CUSTOMER;
      claim->where &= ~(guint) BUOY_CLAIM_FROM_NAME;
      if (claim->where == 0)
        g_ptr_array_remove_index (claims, i);
    }
}

static int
weigh_place (guint where)
{
  static const struct
  {
    BuoyClaimPlace place;
    int weight;
  } rows[] = {
    { BUOY_CLAIM_FROM_NAME, 100 },   { BUOY_CLAIM_LOCAL_PART, 40 }, { BUOY_CLAIM_SUBJECT_OPENING, 30 },
    { BUOY_CLAIM_BODY_WE, 30 },      { BUOY_CLAIM_LINK_TEXT, 25 },  { BUOY_CLAIM_LOGO, 20 },
    { BUOY_CLAIM_FROM_ADDRESS, 10 }, { BUOY_CLAIM_SUBJECT, 5 },
  };
  int weight = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if ((where & rows[i].place) != 0)
      weight += rows[i].weight;
  return weight;
}

static int
gravity (const BuoyClaim *claim)
{
  int weight = weigh_place (claim->where);

  if (claim->proven)
    return weight / 100;
  if (claim->from_is_brands)
    return weight + (claim->leads_elsewhere ? 0 : -100);
  return weight + (claim->disguised ? 20 : 0) - (claim->links_to_brand ? 20 : 0);
}

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  const BuoyClaim *claim_a = *(const BuoyClaim *const *) a;
  const BuoyClaim *claim_b = *(const BuoyClaim *const *) b;
  const int difference = gravity (claim_b) - gravity (claim_a);

  return difference != 0 ? difference : strcmp (claim_a->brand->id, claim_b->brand->id);
}

/* Whether a link to From's own site is more than its name. A report names the domain that refused a message, but does
 * not invite to open the site of its sender, whom any customer of the vendor can be.
 */
static gboolean
invites_to_sender (const BuoyEvidence *evidence)
{
  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      if (target->state != BUOY_TARGET_MATCH && buoy_host_same_site (target->host, evidence->from_domain))
        return TRUE;
    }
  return FALSE;
}

/* Whether a server of @brand delivered the message, by its reverse name or, without an envelope sender, its HELO name
 * that passed SPF.
 */
static gboolean
is_delivered_by (const BuoyEvidence *evidence, const BuoyBrand *brand)
{
  const BuoyReceived *line = evidence->origin.boundary_hop;

  return (line != NULL && line->rdns_state == BUOY_RDNS_VERIFIED && buoy_brand_uses (brand, line->rdns))
         || buoy_brand_uses (brand, evidence->auth.other_domain);
}

/* Whether a mail server reports that it did not deliver a message. Customers of a mail service cannot choose the empty
 * envelope sender of a report. Excuse: postmaster-address, delivery-report, report-of-postmaster
 */
static gboolean
is_delivery_report (const BuoyEvidence *evidence)
{
  return evidence->message->is_report && evidence->auth.null_sender && buoy_identity_is_postmaster (evidence->from);
}

/* Whether it is a report that @brand delivered, in which nobody asks for a password. */
static gboolean
is_report_by (const BuoyEvidence *evidence, const BuoyBrand *brand)
{
  return is_delivered_by (evidence, brand) && evidence->message->pages->len == 0
         && buoy_evidence_find_phrase (evidence, BUOY_LEXICON_MAILBOX_ACCESS) == NULL;
}

/* Whether it bills, asks to pay, to call or for access to the mailbox: no report does, and answers need no link. */
static gboolean
asks_for_something (const BuoyEvidence *evidence)
{
  return buoy_evidence_find_phrase (evidence, BUOY_LEXICON_BILLING) != NULL
         || buoy_evidence_find_phrase (evidence, BUOY_LEXICON_MAILBOX_ACCESS) != NULL
         || buoy_evidence_find_phrase (evidence, BUOY_LEXICON_PAYMENT) != NULL
         || buoy_evidence_find_phrase (evidence, BUOY_LEXICON_CALL) != NULL;
}

/* Whether links lead to the brand or are the name of From's own site. */
static gboolean
leads_home (const BuoyEvidence *evidence, const BuoyBrand *brand)
{
  return !invites_to_sender (evidence)
         && (buoy_destinations_find (evidence, brand) & (BUOY_DESTINATION_KNOWN | BUOY_DESTINATION_STRANGER)) == 0;
}

/* Drops claims in the display name of a mail server's reports, which may have the name of the vendor, "Microsoft
 * Outlook", if no link leads elsewhere. Administrators do add links to their help desks.
 */
static void
drop_vendors (const BuoyEvidence *evidence, GPtrArray *claims)
{
  if (!is_delivery_report (evidence))
    return;
  for (guint i = claims->len; i-- > 0;)
    {
      BuoyClaim *claim = g_ptr_array_index (claims, i);

      claim->reported = is_report_by (evidence, claim->brand);
      if ((!claim->leads_elsewhere && !asks_for_something (evidence))
          || (claim->reported && leads_home (evidence, claim->brand)))
        claim->where &= ~(guint) BUOY_CLAIM_FROM_NAME;
      if (claim->where == 0)
        g_ptr_array_remove_index (claims, i);
    }
}

GPtrArray *
buoy_claims_new (const BuoyEvidence *evidence)
{
  GPtrArray *claims = g_ptr_array_new_with_free_func (g_free);

  buoy_identity_read_sender (evidence, claims);
  buoy_identity_read_text (evidence, claims);

  for (guint i = 0; i < claims->len; i++)
    {
      BuoyClaim *claim = g_ptr_array_index (claims, i);

      claim->from_is_brands = is_from_brands (evidence, claim->brand);
      claim->proven = claim->from_is_brands && evidence->auth.state == BUOY_AUTH_PASS;
    }
  drop_partners (evidence, claims);
  weigh_targets (evidence, claims);
  drop_vendors (evidence, claims);
  g_ptr_array_sort (claims, compare_claims);
  return claims;
}
