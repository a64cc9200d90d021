/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A link to a bare public IP address whose text is something else.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "base/buoy-host.h"

void
buoy_check_ip_address_link (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);
      BuoyFinding *finding;

      if (!target->link->in_html || !buoy_host_is_public_ip (target->host)
          || target->state == BUOY_TARGET_MATCH)
        continue;
      finding = buoy_findings_add (findings);
      buoy_finding_cite (finding, "actual-host", target->host);
      buoy_finding_cite (finding, "link-text", target->link->text);
      return;
    }
}
