/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A link to a public IP address whose text is something else.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "base/host/buoy-host.h"
#include "checks/link-rule.h"

/* A text that is the address hides nothing. Excuse: none */
static BuoyStrength
weigh (const BuoyEvidence *evidence, const BuoyTarget *target, gconstpointer unused)
{
  if (!target->link->in_html || !buoy_host_is_public_ip (target->host) || target->state == BUOY_TARGET_MATCH)
    return BUOY_STRENGTH_NOTE;
  return BUOY_STRENGTH_MEDIUM;
}

static void
cite (BuoyFinding *finding, const BuoyTarget *target)
{
  buoy_finding_cite (finding, BUOY_EVIDENCE_ACTUAL_HOST, target->host);
  buoy_finding_cite (finding, BUOY_EVIDENCE_LINK_TEXT, target->link->text);
}

void
buoy_check_ip_address_link (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  static const BuoyLinkRule rule = { weigh, cite, FALSE };

  buoy_link_rule_apply (&rule, evidence, NULL, findings);
}
