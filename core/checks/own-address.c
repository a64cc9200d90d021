/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The message claims to be from the reader: extortion and bulk mail put the addressee's own address in From. Mail that
 * the reader really sent another way (a form, a scanner, a forwarder) is authenticated by the receiving side.
 */
#include "config.h"

#include "checks/checks-private.h"

/* Delivered by a server without a reverse name that resolves back. If the addressee is only assumed to be the reader,
 * it may be the reader's machine at home, whose mail has no unrelated links.
 */
static gboolean
comes_from_nowhere (const BuoyEvidence *evidence)
{
  return buoy_evidence_has_bad_origin (evidence) && (!evidence->sender.assumed || evidence->links_unrelated);
}

void
buoy_check_own_address (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  BuoyFinding *finding;

  if (evidence->sender.relation != BUOY_SENDER_READER || !evidence->sender.is_to_reader || evidence->origin.via_list
      || !(buoy_evidence_lacks_proof (evidence) || comes_from_nowhere (evidence))
      || evidence->auth.state == BUOY_AUTH_PASS)
    return;
  finding = buoy_findings_add (findings);
  buoy_finding_cite (finding, BUOY_EVIDENCE_FROM_ADDRESS, evidence->from->address);
}
