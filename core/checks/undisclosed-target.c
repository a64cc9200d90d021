/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A shortener or an opaque wrapper hides where a link leads. If its own address is the text, it hides nothing.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "checks/link-rule.h"
#include "evidence/links/buoy-target.h"

/* Excuse: decoy-shortener */
static BuoyStrength
weigh (const BuoyEvidence *evidence, const BuoyTarget *target, gconstpointer unused)
{
  if (!target->undisclosed || buoy_target_is_its_text (target))
    return BUOY_STRENGTH_NOTE;
  return BUOY_STRENGTH_WEAK;
}

static void
cite (BuoyFinding *finding, const BuoyTarget *target)
{
  buoy_finding_cite (finding, BUOY_EVIDENCE_WRAPPER_HOST, target->host);
}

void
buoy_check_undisclosed_target (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  static const BuoyLinkRule rule = { weigh, cite, FALSE };

  buoy_link_rule_apply (&rule, evidence, NULL, findings);
}
