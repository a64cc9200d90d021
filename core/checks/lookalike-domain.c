/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A domain made to be mistaken for a brand's, the organisation's or a contact's: in From, in Reply-To, or in a link. In
 * Reply-To it may also be the double of From's own domain.
 * Authentication does not excuse such a domain.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "base/host/buoy-host.h"
#include "base/text/buoy-text.h"
#include "evidence/lookalike/buoy-lookalike.h"

#define MAX_CITED 3 /* a reader looks at one or two */

/* The claim of the brand that the domain imitates. (nullable) */
static const BuoyClaim *
find_claim (const BuoyEvidence *evidence, const BuoyBrand *brand)
{
  for (guint i = 0; brand != NULL && i < evidence->claims->len; i++)
    {
      const BuoyClaim *claim = g_ptr_array_index (evidence->claims, i);

      if (buoy_brand_is_sibling (claim->brand, brand))
        return claim;
    }
  return NULL;
}

/* The brand's name appears where a sender puts its own, and nothing in the message belongs to the brand. @own_site: the
 * look-alike is the sender's domain, so the sender's name is not a second sign.
 */
static gboolean
poses_as (const BuoyClaim *claim, gboolean own_site)
{
  guint own_places = BUOY_CLAIM_FROM_NAME | BUOY_CLAIM_SUBJECT_OPENING | BUOY_CLAIM_BODY_WE;

  if (!own_site)
    own_places |= BUOY_CLAIM_LOCAL_PART;
  return claim != NULL && (claim->where & own_places) != 0 && !claim->from_is_brands;
}

/* Weighs a name in a domain, which may be coincidence, together with the name in the text. Nobody misspells his own
 * name, but one in thirty of a brand's domains has words added, and an authenticated sender from there may be the
 * brand.
 */
static BuoyStrength
weigh_beside_claim (const BuoyEvidence *evidence, const BuoyLookalike *lookalike, const BuoyClaim *claim)
{
  const gboolean own_site = buoy_host_same_site (lookalike->host, evidence->from_domain);

  if (!poses_as (claim, own_site))
    return lookalike->strength;
  if (lookalike->kind == BUOY_LOOKALIKE_LETTERS || lookalike->kind == BUOY_LOOKALIKE_TYPO)
    return BUOY_STRENGTH_STRONG;
  if (own_site && evidence->auth.state == BUOY_AUTH_PASS)
    return lookalike->strength;
  return MIN (lookalike->strength + 1, BUOY_STRENGTH_STRONG);
}

/* An authenticated brand links to unlisted domains of its own, and its subsidiaries write from theirs. */
static gboolean
is_its_own (const BuoyClaim *claim, const BuoyLookalike *lookalike)
{
  return claim != NULL && (claim->proven || (claim->from_is_brands && lookalike->place == BUOY_IN_FROM))
         && lookalike->kind != BUOY_LOOKALIKE_LETTERS && lookalike->kind != BUOY_LOOKALIKE_TYPO;
}

static gboolean
is_senders_double (const BuoyEvidence *evidence, const BuoyLookalike *lookalike)
{
  return lookalike->place == BUOY_IN_REPLY_TO && buoy_host_same_site (lookalike->imitated, evidence->from_domain);
}

/* Excuse: link-to-imitated, list-post, decoys-lookalike */
static BuoyStrength
weigh (const BuoyEvidence *evidence, const BuoyLookalike *lookalike)
{
  const BuoyClaim *claim = find_claim (evidence, lookalike->brand);
  BuoyStrength strength = weigh_beside_claim (evidence, lookalike, claim);

  if (is_its_own (claim, lookalike))
    return BUOY_STRENGTH_NOTE;
  if (strength == BUOY_STRENGTH_WEAK)
    return BUOY_STRENGTH_NOTE;
  /* companies spell a second domain in another way, and so does whoever broke into an account and wants the replies */
  if (is_senders_double (evidence, lookalike)
      && (evidence->auth.state == BUOY_AUTH_PASS || evidence->origin.state == BUOY_ORIGIN_MATCH))
    return MIN (strength, BUOY_STRENGTH_MEDIUM);
  return strength;
}

static const BuoyLookalike *
find_gravest (const BuoyEvidence *evidence, BuoyStrength *out_strength)
{
  const BuoyLookalike *gravest = NULL;

  for (guint i = 0; i < evidence->lookalikes->len; i++)
    {
      const BuoyLookalike *lookalike = g_ptr_array_index (evidence->lookalikes, i);
      const BuoyStrength strength = weigh (evidence, lookalike);

      if (strength <= *out_strength)
        continue;
      *out_strength = strength;
      gravest = lookalike;
    }
  return gravest;
}

/* Whether the domain has a suffix in which fraud is frequent. A company rarely registers its name with other words
 * there, and a sender who authenticated it has only proved that the domain is his.
 */
static gboolean
is_under_cheap_suffix (const BuoyLookalike *lookalike)
{
  const char *site = buoy_host_registrable_domain (lookalike->host);

  return site != NULL && buoy_lookalike_is_cheap (site);
}

static gboolean
any_warns_alone (const BuoyEvidence *evidence)
{
  for (guint i = 0; i < evidence->lookalikes->len; i++)
    {
      const BuoyLookalike *lookalike = g_ptr_array_index (evidence->lookalikes, i);

      if (weigh (evidence, lookalike) == BUOY_STRENGTH_MEDIUM
          && (is_under_cheap_suffix (lookalike) || is_senders_double (evidence, lookalike)))
        return TRUE;
    }
  return FALSE;
}

static void
cite (BuoyFinding *finding, const BuoyLookalike *lookalike)
{
  static const BuoyEvidenceKind kinds[]
      = { BUOY_EVIDENCE_FROM_HOST, BUOY_EVIDENCE_REPLY_TO_HOST, BUOY_EVIDENCE_ACTUAL_HOST };

  buoy_finding_cite (finding, kinds[lookalike->place], lookalike->host);
  buoy_finding_cite (finding, BUOY_EVIDENCE_IMITATED_DOMAIN, lookalike->imitated);
  buoy_finding_cite (finding, BUOY_EVIDENCE_IMITATED_BRAND, lookalike->brand != NULL ? lookalike->brand->title : NULL);
}

/* Cites every link to one of the hosts, whether or not the evidence names it. */
static void
cite_links (const BuoyEvidence *evidence, BuoyFinding *finding)
{
  g_autoptr (GHashTable) hosts = g_hash_table_new (buoy_text_hash, g_str_equal);

  for (guint i = 0; i < evidence->lookalikes->len; i++)
    {
      const BuoyLookalike *lookalike = g_ptr_array_index (evidence->lookalikes, i);

      if (weigh (evidence, lookalike) > BUOY_STRENGTH_NOTE)
        g_hash_table_insert (hosts, lookalike->host, lookalike->imitated);
    }
  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);
      const char *imitated = target->host != NULL ? g_hash_table_lookup (hosts, target->host) : NULL;

      if (imitated != NULL)
        buoy_finding_cite_link (finding, target, imitated);
    }
}

void
buoy_check_lookalike_domain (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  BuoyStrength strength = BUOY_STRENGTH_NOTE;
  const BuoyLookalike *gravest = find_gravest (evidence, &strength);
  BuoyFinding *finding;
  guint cited = 0;

  if (gravest == NULL)
    return;
  finding = buoy_findings_add (findings);
  buoy_finding_weaken (finding, strength);
  if (strength == BUOY_STRENGTH_MEDIUM && any_warns_alone (evidence))
    buoy_finding_warn_alone (finding);
  if (gravest->place == BUOY_IN_LINK)
    buoy_finding_set_basis (finding, BUOY_BASIS_HOSTING); /* separate from whom the message claims to be */
  for (guint i = 0; i < evidence->lookalikes->len && cited < MAX_CITED; i++)
    {
      const BuoyLookalike *lookalike = g_ptr_array_index (evidence->lookalikes, i);

      if (weigh (evidence, lookalike) < strength)
        continue;
      cite (finding, lookalike);
      cited++;
    }
  cite_links (evidence, finding);
}
