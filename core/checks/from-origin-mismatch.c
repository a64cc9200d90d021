/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The From domain is not where the message was handed in, and nothing vouches for it. Alone that is true of most
 * honest mail, so its weight comes from what is claimed and from what the reader's provider found.
 */
#include "config.h"

#include "checks/checks-private.h"
#include "checks/forwarded.h"

#include "evidence/authentication/buoy-alignment.h"
#include "registry/buoy-senders.h"
#include "evidence/authentication/buoy-signers.h"

/* The registered brand whose own domain stands in From; NULL. */
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

/* Every link leads to strangers, and no signature says that it is From's. */
static gboolean
is_nobodys (const BuoyEvidence *evidence)
{
  return evidence->links_unrelated && !is_signed (evidence);
}

/* A brand's own domain in From, while the links lead to somebody else; or no link at all leads to the brand, and
 * the reader's side itself doubts the sender.
 */
static gboolean
abuses_domain (const BuoyEvidence *evidence, gboolean doubted, gboolean bad_origin)
{
  const BuoyClaim *claim = claimed_domain (evidence);

  if (claim == NULL)
    return FALSE;
  if (claim->leads_elsewhere)
    return doubted || bad_origin || is_nobodys (evidence);
  return doubted && !claim->links_to_brand;
}

/* A brand's own domain in From, while every link opens strangers' sites: a counter that nobody has listed, or the page
 * of a forger under a signature that nobody has read.
 */
static gboolean
lends_domain (const BuoyEvidence *evidence)
{
  const BuoyClaim *claim = claimed_domain (evidence);

  return claim != NULL && claim->leads_elsewhere && evidence->links_unrelated;
}

/* A company's name stands where a sender puts its own. */
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

/* A domain that an administrator named sends from its own servers, or by a provider or a service for many, which may
 * well be the one that the domain has hired.
 */
static gboolean
came_by_provider (const BuoyEvidence *evidence)
{
  const char *host = evidence->origin.host;

  return buoy_senders_find_by_host (host) != NULL
         || buoy_brands_find_by_host (buoy_brands_get_default (), host) != NULL;
}

/* The reader's own address, the organisation's or a correspondent's in From. What the reader's side doubts about its
 * own people is false; a friend, or a colleague in a domain that nobody named, may write by a server without papers.
 */
static gboolean
abuses_known (const BuoyEvidence *evidence, gboolean doubted, gboolean bad_origin)
{
  if (evidence->relation == BUOY_SENDER_STRANGER || !evidence->is_to_reader)
    return FALSE;
  if (evidence->relation == BUOY_SENDER_CONTACT || evidence->relation_assumed)
    return evidence->relation != BUOY_SENDER_READER
           && (evidence->auth.state == BUOY_AUTH_FAIL || (doubted && bad_origin));
  return doubted || bad_origin || (evidence->relation == BUOY_SENDER_ORGANISATION && !came_by_provider (evidence));
}

/* Excuse: unread-signature, many-addressees, addressee-elsewhere, old-date, helo-of-provider */
static BuoyStrength
weigh (const BuoyEvidence *evidence)
{
  const gboolean doubted = buoy_evidence_lacks_proof (evidence);
  const gboolean bad = buoy_evidence_has_bad_origin (evidence);
  const gboolean signed_by_brand = buoy_signers_have_brand (evidence);
  const gboolean abused
      = (abuses_domain (evidence, doubted, bad) && !signed_by_brand) || abuses_known (evidence, doubted, bad);

  if (abused && !evidence->origin.via_list && !evidence->origin.before_proof)
    return BUOY_STRENGTH_STRONG;
  if (doubted || abused)
    return BUOY_STRENGTH_MEDIUM;
  /* a server without a name is nothing rare, and nothing that a known brand sends from */
  if (evidence->relation >= BUOY_SENDER_ORGANISATION && !evidence->relation_assumed && evidence->is_to_reader)
    return BUOY_STRENGTH_MEDIUM;
  /* From's own signature, which nobody has read: sent through a service, as most mail is */
  if (!bad && evidence->auth.state == BUOY_AUTH_NONE && is_signed (evidence))
    return lends_domain (evidence) ? BUOY_STRENGTH_MEDIUM : BUOY_STRENGTH_NOTE;
  return bad && !signed_by_brand && (speaks_as_brand (evidence) || is_nobodys (evidence)) ? BUOY_STRENGTH_MEDIUM
                                                                                          : BUOY_STRENGTH_WEAK;
}

void
buoy_check_from_origin_mismatch (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  const BuoyReceived *line = evidence->origin.boundary_hop;
  BuoyFinding *finding;

  if (evidence->origin.state != BUOY_ORIGIN_MISMATCH || evidence->from_domain == NULL
      || buoy_check_may_be_forwarded (evidence))
    return;

  finding = buoy_findings_add (findings);
  buoy_finding_weaken (finding, weigh (evidence));
  buoy_finding_cite (finding, BUOY_EVIDENCE_FROM_DOMAIN, evidence->from_domain);
  buoy_finding_cite (finding, BUOY_EVIDENCE_ORIGIN_HOST, evidence->origin.host);
  buoy_finding_cite (finding, BUOY_EVIDENCE_ORIGIN_IP, line != NULL ? line->ip : NULL);
  buoy_finding_cite (finding, BUOY_EVIDENCE_RECEIVED_BY, evidence->origin.by);
}
