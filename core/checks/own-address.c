/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * It claims to come from the reader: blackmail and bulk mail put the addressee's own address in From. What the
 * reader sent by another way (a form, a scanner, a forwarder) is not doubted by the reader's own side.
 */
#include "config.h"

#include "checks/checks-private.h"

void
buoy_check_own_address (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  const gboolean doubted = buoy_evidence_is_doubted (evidence);
  BuoyFinding *finding;

  if (evidence->known != BUOY_KNOWN_READER || !evidence->is_to_reader || evidence->origin.via_list
      || !(doubted || (!evidence->known_assumed && buoy_evidence_has_bad_origin (evidence)))
      || evidence->auth.state == BUOY_AUTH_PASS)
    return;
  finding = buoy_findings_add (findings);
  buoy_finding_cite (finding, "from-address", evidence->from->address);
}
