/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * All web links lead to open storage, app hosting or shorteners, or one does and the sender is not authenticated: hosts
 * that don't show who is behind them. Shared documents are not counted, nor mail from such a host itself unless it
 * leads elsewhere, since apps link to themselves. If each link's text is its own address, the reader sees the host.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "base/host/buoy-host.h"
#include "registry/buoy-open-host.h"
#include "evidence/links/buoy-target.h"

/* The open host that all links lead to. (nullable). Excuse: link-to-brand, link-to-sender, link-to-network, many-sites
 */
static const char *
only_open_hosts (const BuoyEvidence *evidence)
{
  const char *first = NULL;

  for (guint i = 0; i < evidence->targets->len && !buoy_budget_is_cancelled (evidence->message->budget); i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      if (target->host == NULL || target->link->kind == BUOY_LINK_NAMED)
        continue;
      if (buoy_open_host_classify (target->host) == BUOY_OPEN_HOST_NONE
          || buoy_host_same_site (target->host, evidence->from_domain))
        {
          /* possibly hidden links excuse nothing, nor do other links of an unauthenticated sender */
          if (target->link->surely_seen && evidence->auth.state == BUOY_AUTH_PASS)
            return NULL;
          continue;
        }
      if (first == NULL && !buoy_target_is_its_text (target))
        first = target->host;
    }
  return first;
}

void
buoy_check_open_hosting (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  const gboolean is_tenant = buoy_open_host_classify (evidence->from_domain) != BUOY_OPEN_HOST_NONE;
  const char *host = only_open_hosts (evidence);
  BuoyFinding *finding;

  if (host == NULL && !(is_tenant && evidence->links_unrelated))
    return;
  finding = buoy_findings_add (findings);
  buoy_finding_cite (finding, BUOY_EVIDENCE_ACTUAL_HOST, host);
  if (is_tenant)
    buoy_finding_cite (finding, BUOY_EVIDENCE_FROM_ADDRESS, evidence->from->address);
}
