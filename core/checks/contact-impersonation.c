/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A known correspondent's name over an address that is nobody's the reader knows. People do write from new
 * addresses, so it is never more than medium.
 */
#include "config.h"

#include "checks/checks-private.h"

void
buoy_check_contact_impersonation (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  BuoyFinding *finding;

  if (evidence->namesake == NULL)
    return;
  finding = buoy_findings_add (findings);
  buoy_finding_cite (finding, "contact", evidence->namesake->name);
  buoy_finding_cite (finding, "from-address", evidence->from->address);
}
