/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The message claims a brand's name, and neither its sender nor its links are that brand's. Naming a brand (news,
 * a friend's mail) is no claim: the identity room tells the two apart.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "base/buoy-host.h"
#include "evidence/buoy-target.h"

#define MANY_SITES 4 /* a mail that links to more sites than this writes about brands */

static guint
count_sites (const BuoyEvidence *evidence)
{
  g_autoptr (GHashTable) sites = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      if (target->domain != NULL && !target->link->unseen)
        g_hash_table_add (sites, (gpointer) target->domain);
    }
  return g_hash_table_size (sites);
}

/* Mimecast keeps the target to itself and leaves its site's name beside: "/s/x?domain=shop.example". */
static gboolean
is_named_beside (const BuoyTarget *target, const char *from_domain)
{
  const GPtrArray *wrappers = target->wrappers;
  g_autofree char *domain = NULL;

  if (!target->undisclosed || wrappers == NULL || wrappers->len == 0
      || !g_str_equal (g_ptr_array_index (wrappers, wrappers->len - 1), "mimecast"))
    return FALSE;
  domain = buoy_url_query_value (target->target != NULL ? target->target : target->url, "domain");
  return domain != NULL && buoy_host_same_site (domain, from_domain);
}

static gboolean
links_to_sender (const BuoyEvidence *evidence)
{
  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      if (target->link->surely_seen
          && (buoy_host_same_site (target->host, evidence->from_domain)
              || is_named_beside (target, evidence->from_domain)))
        return TRUE;
    }
  return FALSE;
}

/* All that it asks for is at the brand itself: most likely a mailing domain of the brand's that nobody wrote down. */
static gboolean
leads_only_to_brand (const BuoyEvidence *evidence, const BuoyClaim *claim)
{
  return claim->links_to_brand && !claim->leads_elsewhere
         && evidence->message->attachments->len == 0 && evidence->pages->len == 0;
}

/* A name in From is a claim by itself. Agencies bore their clients' names, when they could not prove their own, and
 * lists that put their own address in From bear their authors'; that they lead to the brand has to do.
 */
static BuoyStrength
weigh_from_name (const BuoyEvidence *evidence, const BuoyClaim *claim)
{
  const gboolean proven
      = evidence->auth.state == BUOY_AUTH_PASS || evidence->origin.before_proof || evidence->is_list;

  if (claim->links_to_brand && proven)
    return leads_only_to_brand (evidence, claim) ? BUOY_STRENGTH_WEAK : BUOY_STRENGTH_MEDIUM;
  return BUOY_STRENGTH_STRONG;
}

/* A brand that speaks in the text: only where the mail does not stand for its own sender. */
static BuoyStrength
weigh_text (const BuoyEvidence *evidence, const BuoyClaim *claim)
{
  const guint speaks
      = BUOY_CLAIM_BODY_WE | BUOY_CLAIM_LOGO | BUOY_CLAIM_SUBJECT_OPENING | BUOY_CLAIM_LOCAL_PART;

  if (claim->links_to_brand || evidence->is_list)
    return BUOY_STRENGTH_NOTE;
  if ((claim->where & speaks) == 0)
    return BUOY_STRENGTH_NOTE;
  if (claim->disguised)
    return BUOY_STRENGTH_STRONG;
  if ((claim->where & BUOY_CLAIM_LOCAL_PART) != 0)
    return BUOY_STRENGTH_MEDIUM;
  if (links_to_sender (evidence) || count_sites (evidence) > MANY_SITES
      || !buoy_evidence_leads_somewhere (evidence))
    return BUOY_STRENGTH_NOTE;
  return BUOY_STRENGTH_MEDIUM;
}

static BuoyStrength
weigh (const BuoyEvidence *evidence, const BuoyClaim *claim)
{
  if (claim->from_is_brands || claim->proven)
    return BUOY_STRENGTH_NOTE;
  if ((claim->where & BUOY_CLAIM_FROM_NAME) != 0)
    return weigh_from_name (evidence, claim);
  return weigh_text (evidence, claim);
}

static void
cite_first_link_elsewhere (BuoyFinding *finding, const BuoyEvidence *evidence,
                           const BuoyClaim *claim)
{
  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      if (target->host == NULL || buoy_brand_uses (claim->brand, target->host))
        continue;
      buoy_finding_cite (finding, "actual-host", target->host);
      return;
    }
}

void
buoy_check_brand_impersonation (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  for (guint i = 0; i < evidence->claims->len; i++)
    {
      const BuoyClaim *claim = g_ptr_array_index (evidence->claims, i);
      const BuoyStrength strength = weigh (evidence, claim);
      BuoyFinding *finding;

      if (strength == BUOY_STRENGTH_NOTE)
        continue;
      finding = buoy_findings_add (findings);
      buoy_finding_weaken (finding, strength);
      buoy_finding_cite (finding, "brand", claim->brand->title);
      buoy_finding_cite (finding, "from-address",
                         evidence->from != NULL ? evidence->from->address : NULL);
      cite_first_link_elsewhere (finding, evidence, claim);
      buoy_finding_cite (finding, "brand-domain", claim->brand->domains[0]);
      return; /* the gravest claim; a second brand adds nothing for the reader */
    }
}
