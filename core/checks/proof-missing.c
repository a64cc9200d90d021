/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A sender whose mail was authenticated by the reader's server before, and now is not, although the same server checked
 * this message as well. Senders who were never authenticated, or only now and then, are not accused, nor is free mail,
 * which people send in many ways.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "checks/remembered.h"
#include "evidence/identity/buoy-lesson-read.h"

/* Whether a server checked it that found this sender's proofs: another one means a change of provider, or another
 * account of the reader.
 */
static gboolean
is_checked_as_before (const BuoyEvidence *evidence, const BuoySenderRecord *sender)
{
  return buoy_sender_record_was_proven_by (sender, buoy_lesson_checker_of (&evidence->origin));
}

/* Delivered by an organisation that never delivered for this sender. */
static gboolean
is_from_elsewhere (const BuoyEvidence *evidence, const BuoySenderRecord *sender)
{
  const guint32 organisation = buoy_lesson_organisation_of (&evidence->origin);

  return organisation != 0 && !buoy_sender_record_has (sender, BUOY_TRAIT_ORGANISATIONS, organisation);
}

/* That it was forwarded is no excuse if only the message claims it: a forwarder at one of the reader's own addresses is
 * not compared at all, and one that delivered this sender's authenticated mail before is not from elsewhere.
 *
 * Excuse: none: it is weaker only because the account remembers who delivered.
 */
static BuoyStrength
weigh (const BuoyEvidence *evidence, const BuoySenderRecord *sender)
{
  return evidence->auth.state == BUOY_AUTH_FAIL || is_from_elsewhere (evidence, sender) ? BUOY_STRENGTH_STRONG
                                                                                        : BUOY_STRENGTH_MEDIUM;
}

void
buoy_check_proof_missing (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  const BuoySenderMemory *memory = buoy_check_get_memory (evidence);
  BuoyFinding *finding;

  if (memory == NULL || !buoy_check_expects_proof (&memory->sender) || buoy_evidence_is_anonymous (evidence))
    return;
  if (!buoy_lesson_is_unproven (evidence) || !is_checked_as_before (evidence, &memory->sender))
    return;
  finding = buoy_findings_add (findings);
  buoy_finding_weaken (finding, weigh (evidence, &memory->sender));
  buoy_finding_cite (finding, BUOY_EVIDENCE_FROM_DOMAIN, evidence->from_domain);
  buoy_check_cite_record (finding, &memory->sender);
  buoy_finding_cite (finding, BUOY_EVIDENCE_ORIGIN_HOST, evidence->origin.host);
}
