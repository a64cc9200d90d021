/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Every link leads away from the sender, and none says where. Honest mail does that too, through counters that
 * nobody lists, so it weighs more only where the sender lacks proof and the server that handed it in a name.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "evidence/buoy-target.h"

void
buoy_check_stray_links (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  BuoyFinding *finding;

  if (!buoy_evidence_leads_away (evidence))
    return;
  finding = buoy_findings_add (findings);
  if (!buoy_evidence_is_doubted (evidence) || evidence->origin.state != BUOY_ORIGIN_MISMATCH
      || !buoy_evidence_has_bad_origin (evidence))
    buoy_finding_weaken (finding, BUOY_STRENGTH_WEAK);
  buoy_finding_cite (finding, "from-domain", evidence->from_domain);
  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      if (target->host == NULL || !target->link->in_html)
        continue;
      buoy_finding_cite (finding, "actual-host", target->host);
      return;
    }
}
