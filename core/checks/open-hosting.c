/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Every web link leads to open storage, app hosting or a shortener: places that say nothing about who is behind.
 * Documents that people share are not counted, nor mail whose sender is such a place itself.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "base/buoy-host.h"
#include "evidence/buoy-open-host.h"

void
buoy_check_open_hosting (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  const char *first = NULL;
  BuoyFinding *finding;

  if (evidence->is_list)
    return;

  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      if (target->host == NULL)
        continue;
      if (buoy_open_host_classify (target->host) == BUOY_OPEN_HOST_NONE
          || buoy_host_same_site (target->host, evidence->from_domain))
        return;
      if (first == NULL || target->link->in_html)
        first = first != NULL ? first : target->host;
    }

  if (first == NULL)
    return;
  finding = buoy_findings_add (findings);
  buoy_finding_cite (finding, "actual-host", first);
}
