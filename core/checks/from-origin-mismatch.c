/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The message was not delivered by a server of From's domain, and From is not authenticated. That alone is true of most
 * honest mail, so the strength depends on what is claimed and on what the receiving side found.
 */
#include "config.h"

#include "checks/checks-private.h"
#include "checks/attached-file.h"
#include "checks/call-back.h"
#include "checks/forwarded.h"
#include "checks/post.h"

#include "evidence/authentication/buoy-alignment.h"
#include "evidence/identity/buoy-identity-address.h"
#include "evidence/links/buoy-target.h"
#include "evidence/origin/buoy-origin.h"
#include "registry/buoy-ownership.h"
#include "registry/buoy-senders.h"
#include "evidence/authentication/buoy-signers.h"

/* The claim of the registered brand whose own domain is in From. (nullable) */
static const BuoyClaim *
claimed_domain (const BuoyEvidence *evidence)
{
  for (guint i = 0; i < evidence->claims->len; i++)
    {
      const BuoyClaim *claim = g_ptr_array_index (evidence->claims, i);

      if (claim->from_is_brands)
        return claim;
    }
  return NULL;
}

static gboolean
is_signed (const BuoyEvidence *evidence)
{
  return buoy_alignment_is_signed (evidence->message, evidence->from_domain);
}

/* All links are unrelated, and there is no signature of From's domain. */
static gboolean
has_no_tie_to_sender (const BuoyEvidence *evidence)
{
  return evidence->links_unrelated && !is_signed (evidence);
}

/* Replies go to a domain that the brand does not use. */
static gboolean
replies_elsewhere (const BuoyEvidence *evidence, const BuoyBrand *brand)
{
  const GPtrArray *reply_to = evidence->message->reply_to;

  for (guint i = 0; i < reply_to->len; i++)
    {
      const char *domain = ((const BuoyMailbox *) g_ptr_array_index (reply_to, i))->domain;

      if (domain != NULL && !buoy_brand_uses (brand, domain)
          && !buoy_hosts_have_one_owner (domain, evidence->from_domain))
        return TRUE;
    }
  return FALSE;
}

/* A delivery report has nothing to gain from the brand whose domain it names if there is no link, no file, no number to
 * call about a bill, and nobody else to answer.
 *
 * Excuse: postmaster-address
 */
static gboolean
only_reports (const BuoyEvidence *evidence, const BuoyBrand *brand)
{
  return buoy_identity_is_postmaster (evidence->from) && !buoy_evidence_has_destination (evidence)
         && !buoy_check_has_file (evidence) && !buoy_check_asks_for_call (evidence)
         && !replies_elsewhere (evidence, brand);
}

/* Whether all that the message asks of the reader is to open a site of the brand. */
static gboolean
only_leads_to_brand (const BuoyEvidence *evidence, const BuoyClaim *claim)
{
  return claim->links_to_brand && !buoy_check_has_file (evidence) && !buoy_check_asks_for_call (evidence);
}

/* A brand's own domain in From with links to another site; or from a sender that the receiving side could not
 * authenticate, with anything but links to the brand.
 */
static gboolean
abuses_domain (const BuoyEvidence *evidence, gboolean doubted, gboolean bad_origin)
{
  const BuoyClaim *claim = claimed_domain (evidence);

  if (claim == NULL || only_reports (evidence, claim->brand))
    return FALSE;
  if (claim->leads_elsewhere)
    return doubted || bad_origin || has_no_tie_to_sender (evidence);
  if (bad_origin && replies_elsewhere (evidence, claim->brand))
    return TRUE;
  return doubted && !only_leads_to_brand (evidence, claim);
}

/* A brand's own domain in From with only unrelated links: unlisted trackers, or a forger's page with a signature that
 * was not checked.
 */
static gboolean
lends_domain (const BuoyEvidence *evidence)
{
  const BuoyClaim *claim = claimed_domain (evidence);

  return claim != NULL && claim->leads_elsewhere && evidence->links_unrelated;
}

/* A company's name is in the sender's display name. */
static gboolean
speaks_as_brand (const BuoyEvidence *evidence)
{
  const guint own_places = ~(guint) (BUOY_CLAIM_SUBJECT | BUOY_CLAIM_LINK_TEXT);

  for (guint i = 0; i < evidence->claims->len; i++)
    {
      const BuoyClaim *claim = g_ptr_array_index (evidence->claims, i);

      if ((claim->where & own_places) != 0)
        return TRUE;
    }
  return FALSE;
}

/* Mail of a configured domain comes from its own servers, or through a provider or sending service that it may have
 * hired.
 */
static gboolean
came_by_provider (const BuoyEvidence *evidence)
{
  const char *host = evidence->origin.host;

  return buoy_senders_find_by_host (host) != NULL
         || buoy_brands_find_by_host (buoy_brands_get_default (), host) != NULL;
}

/* From is the reader's address, the organisation's or a correspondent's. If the receiving side cannot authenticate its
 * own people, it is false; a friend, or a colleague in an unconfigured domain, may send through a server without
 * reverse DNS.
 */
static gboolean
abuses_known (const BuoyEvidence *evidence)
{
  const gboolean doubted = buoy_evidence_lacks_proof (evidence);
  const gboolean bad_origin = buoy_evidence_has_bad_origin (evidence);

  if (evidence->sender.relation == BUOY_SENDER_STRANGER || !evidence->sender.is_to_reader)
    return FALSE;
  if (evidence->sender.relation == BUOY_SENDER_CONTACT || evidence->sender.assumed)
    return evidence->sender.relation != BUOY_SENDER_READER
           && (evidence->auth.state == BUOY_AUTH_FAIL || (doubted && bad_origin));
  return doubted || bad_origin
         || (evidence->sender.relation == BUOY_SENDER_ORGANISATION && !came_by_provider (evidence));
}

/* A correspondent's address in a post to a list, whose server the sender's claims to be. Most lists break signatures,
 * so that honest posts look like this, but anyone can claim a list as well as a name. Excuse: list-post,
 * list-of-server, list-of-envelope, list-numbered, list-of-reader, loop
 */
static gboolean
posts_as_known (const BuoyEvidence *evidence)
{
  const gboolean is_correspondent = evidence->sender.relation == BUOY_SENDER_CONTACT || evidence->sender.assumed;

  return is_correspondent && !evidence->auth.enforced && buoy_check_may_be_post (evidence) && abuses_known (evidence);
}

/* Excuse: unread-signature, many-addressees, addressee-elsewhere, old-date, helo-of-provider */
static BuoyStrength
weigh (const BuoyEvidence *evidence)
{
  const gboolean doubted = buoy_evidence_lacks_proof (evidence);
  const gboolean bad = buoy_evidence_has_bad_origin (evidence);
  const gboolean signed_by_brand = buoy_signers_have_brand (evidence);
  const gboolean abused
      = (abuses_domain (evidence, doubted, bad) && !signed_by_brand && !buoy_check_may_be_post (evidence))
        || (abuses_known (evidence) && !posts_as_known (evidence));

  if (abused && !evidence->origin.via_list && !evidence->origin.before_proof)
    return BUOY_STRENGTH_STRONG;
  if (doubted || abused)
    return BUOY_STRENGTH_MEDIUM;
  /* a server without a reverse name is not rare, but no known brand sends from one */
  if (evidence->sender.relation >= BUOY_SENDER_ORGANISATION && !evidence->sender.assumed
      && evidence->sender.is_to_reader)
    return BUOY_STRENGTH_MEDIUM;
  /* with an unchecked signature of From's domain: sent through a service, as most mail is */
  if (!bad && evidence->auth.state == BUOY_AUTH_NONE && is_signed (evidence))
    return lends_domain (evidence) ? BUOY_STRENGTH_MEDIUM : BUOY_STRENGTH_NOTE;
  return bad && !signed_by_brand && (speaks_as_brand (evidence) || has_no_tie_to_sender (evidence))
             ? BUOY_STRENGTH_MEDIUM
             : BUOY_STRENGTH_WEAK;
}

/* The sender's own word that this is a server of From's domain leaves it open, but not for a brand's domain in a
 * message that the brand did not sign and that leads elsewhere.
 *
 * Excuse: helo-of-sender
 */
static gboolean
is_mismatch (const BuoyEvidence *evidence)
{
  return evidence->origin.state == BUOY_ORIGIN_MISMATCH
         || (buoy_origin_is_claimed (evidence) && abuses_domain (evidence, FALSE, FALSE)
             && !buoy_signers_have_brand (evidence));
}

void
buoy_check_from_origin_mismatch (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  const BuoyReceived *line = evidence->origin.boundary_hop;
  BuoyFinding *finding;

  if (!is_mismatch (evidence) || evidence->from_domain == NULL || buoy_check_may_be_forwarded (evidence))
    return;

  finding = buoy_findings_add (findings);
  buoy_finding_weaken (finding, weigh (evidence));
  if (posts_as_known (evidence) && !evidence->origin.via_list && !evidence->origin.before_proof)
    buoy_finding_warn_alone (finding);
  /* a banner shows the first three: what contradicts itself comes first */
  buoy_finding_cite (finding, BUOY_EVIDENCE_FROM_DOMAIN, evidence->from_domain);
  buoy_finding_cite (finding, BUOY_EVIDENCE_ORIGIN_HOST, evidence->origin.host);
  buoy_finding_cite (finding, BUOY_EVIDENCE_RECEIVED_BY, evidence->origin.by);
  buoy_finding_cite (finding, BUOY_EVIDENCE_ORIGIN_IP, line != NULL ? line->ip : NULL);
}
