/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A shortener or an opaque wrapper hides where a link leads. One that stands there itself hides behind nothing.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "evidence/buoy-target.h"

void
buoy_check_undisclosed_target (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);
      BuoyFinding *finding;

      if (!target->undisclosed || buoy_target_is_its_text (target))
        continue;
      finding = buoy_findings_add (findings);
      buoy_finding_cite (finding, "wrapper-host", target->host);
      return;
    }
}
