/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A message that says of itself that it is safe, was checked, or comes from a trusted sender, as if the reader's mail
 * program said so. Honest senders do not write that; scanners of the reader's own provider speak of viruses. Who is
 * authenticated may still lie, but is who he says he is.
 */
#include "config.h"

#include "checks/checks-private.h"

/* Only results that the reader trusts authenticate a sender. Excuse: none */
void
buoy_check_deceptive_claim (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  const char *phrase = buoy_evidence_find_phrase (evidence, BUOY_LEXICON_CHECK_CLAIM);
  BuoyFinding *finding;

  if (phrase == NULL)
    return;
  finding = buoy_findings_add (findings);
  buoy_finding_cite (finding, BUOY_EVIDENCE_PHRASE, phrase);
  if (evidence->auth.state == BUOY_AUTH_PASS)
    buoy_finding_weaken (finding, BUOY_STRENGTH_WEAK);
}
