/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A message that claims to be safe, checked, or from a trusted sender, as if the reader's mail client said so. Honest
 * senders do not write that; the reader's own provider's scanners mention viruses instead. An authenticated sender may
 * lie about this, but not about who he is.
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
