/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A trusted server recorded that From's domain did not send this. A missing result is not a failure.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "checks/forwarded.h"
#include "checks/post.h"

static gboolean
claims_a_brand (const BuoyEvidence *evidence)
{
  for (guint i = 0; i < evidence->claims->len; i++)
    {
      const BuoyClaim *claim = g_ptr_array_index (evidence->claims, i);

      if (claim->from_is_brands)
        return TRUE;
    }
  return FALSE;
}

/* From claims an address of the reader or of the organisation, whose mail is not forwarded from outside. */
static gboolean
claims_own_side (const BuoyEvidence *evidence)
{
  return evidence->sender.is_to_reader
         && (evidence->sender.relation == BUOY_SENDER_READER
             || (evidence->sender.relation == BUOY_SENDER_ORGANISATION && !evidence->sender.assumed));
}

/* Whether it may be a post to a list, of somebody who is not of the reader's side. Excuse: list-post, list-of-server,
 * list-of-envelope, list-numbered, list-of-reader, loop
 */
static gboolean
may_be_post (const BuoyEvidence *evidence)
{
  return buoy_check_may_be_post (evidence) && !claims_own_side (evidence);
}

/* A remembered list, whoever has it, in the name of a company that asks to refuse such mail. */
static gboolean
is_misused_list (const BuoyEvidence *evidence)
{
  return evidence->is_list && evidence->auth.enforced && !buoy_check_may_be_post (evidence);
}

/* Lists and forwarders break authentication that was valid when sent. Excuse: srs-envelope, forwarded-for,
 * addressed-to-server
 */
static BuoyStrength
weigh_failure (const BuoyEvidence *evidence)
{
  if (evidence->origin.via_list && !is_misused_list (evidence))
    return BUOY_STRENGTH_NOTE;
  if (may_be_post (evidence)) /* most lists rewrite From where its domain asks to refuse such mail */
    return evidence->auth.enforced ? BUOY_STRENGTH_MEDIUM : BUOY_STRENGTH_WEAK;
  if (buoy_check_may_be_forwarded (evidence))
    return BUOY_STRENGTH_MEDIUM;
  return evidence->auth.enforced || claims_a_brand (evidence) || claims_own_side (evidence) ? BUOY_STRENGTH_STRONG
                                                                                            : BUOY_STRENGTH_MEDIUM;
}

/* From's own server delivered the message, and its domain publishes nothing to authenticate. */
static gboolean
is_own_server (const BuoyEvidence *evidence)
{
  return evidence->origin.state == BUOY_ORIGIN_MATCH && g_str_equal (evidence->auth.spf, "none")
         && g_str_equal (evidence->auth.dkim, "none");
}

static BuoyFinding *
report (const BuoyEvidence *evidence, BuoyStrength strength, BuoyFindings *findings)
{
  BuoyFinding *finding = buoy_findings_add (findings);

  buoy_finding_weaken (finding, strength);
  /* a banner shows the first three: what contradicts itself comes first */
  buoy_finding_cite (finding, BUOY_EVIDENCE_FROM_DOMAIN, evidence->from_domain);
  buoy_finding_cite (finding, BUOY_EVIDENCE_PROVEN_DOMAIN, evidence->auth.other_domain);
  buoy_finding_cite (finding, BUOY_EVIDENCE_DMARC, evidence->auth.dmarc);
  buoy_finding_cite (finding, BUOY_EVIDENCE_SPF, evidence->auth.spf);
  buoy_finding_cite (finding, BUOY_EVIDENCE_DKIM, evidence->auth.dkim);
  return finding;
}

/* Whether From's domain asks to refuse what fails, and only the fields of a list that the account does not know explain
 * the failure. Most lists rewrite such addresses; others would be refused by many receivers.
 */
static gboolean
is_refused_post (const BuoyEvidence *evidence)
{
  return evidence->auth.enforced && may_be_post (evidence) && !evidence->origin.via_list
         && !evidence->origin.before_proof;
}

void
buoy_check_authentication_failed (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  const BuoyAuthentication *auth = &evidence->auth;
  BuoyFinding *finding;

  if (evidence->from_domain == NULL)
    return;

  if (auth->state == BUOY_AUTH_FAIL)
    {
      finding = report (evidence, weigh_failure (evidence), findings);
      if (is_refused_post (evidence))
        buoy_finding_warn_alone (finding);
    }
  else if (auth->left_open)
    report (evidence, claims_own_side (evidence) ? BUOY_STRENGTH_STRONG : BUOY_STRENGTH_MEDIUM, findings);
  else if (auth->says_unproven && evidence->origin.state != BUOY_ORIGIN_MISMATCH && !is_own_server (evidence)
           && !evidence->is_list)
    report (evidence, may_be_post (evidence) ? BUOY_STRENGTH_WEAK : BUOY_STRENGTH_MEDIUM, findings);
}
