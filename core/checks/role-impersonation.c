/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The sender calls itself an office without a house, "Mail Team", メール管理者, or one of the reader's own. Who runs the
 * reader's mail writes from the reader's domain or proves its own; a company's desk names its company.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "evidence/buoy-open-host.h"
#include "evidence/buoy-role.h"
#include "evidence/buoy-target.h"

/* A place where anybody publishes; nobody's mailbox is kept in order there. */
static gboolean
opens_public_place (const BuoyEvidence *evidence)
{
  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      if (buoy_open_host_classify (target->host) != BUOY_OPEN_HOST_NONE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
poses (const BuoyEvidence *evidence)
{
  const gboolean anonymous = buoy_evidence_is_anonymous (evidence);
  BuoyRole role;

  if (!anonymous && !evidence->leads_away && !opens_public_place (evidence))
    return FALSE;
  role = buoy_role_claimed (evidence);
  if (!anonymous && !evidence->leads_away)
    return role == BUOY_ROLE_MAILBOX;
  if (role == BUOY_ROLE_DESK)
    return anonymous || buoy_evidence_is_doubted (evidence);
  return role != BUOY_ROLE_NONE;
}

void
buoy_check_role_impersonation (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  BuoyFinding *finding;

  if (evidence->is_list || evidence->is_inner || !buoy_evidence_leads_somewhere (evidence)
      || buoy_role_is_of_house (evidence) || !poses (evidence))
    return;
  finding = buoy_findings_add (findings);
  buoy_finding_cite (finding, "shown-address", evidence->from->name);
  buoy_finding_cite (finding, "from-address", evidence->from->address);
}
