/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A link whose visible text names one site while it opens another. Texts that name no site are not this check's
 * concern.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "checks/link-rule.h"
#include "checks/mismatch-weight.h"

/* Links that are left out here are part of the other finding. Excuse: none */
static BuoyStrength
weigh (const BuoyEvidence *evidence, const BuoyTarget *target, gconstpointer scale)
{
  if (!buoy_mismatch_is (target) || target->trusted)
    return BUOY_STRENGTH_NOTE;
  return buoy_mismatch_weigh (scale, target);
}

/* The reader trusts links to this site from this sender. Excuse: none */
static BuoyStrength
weigh_trusted (const BuoyEvidence *evidence, const BuoyTarget *target, gconstpointer scale)
{
  if (!buoy_mismatch_is (target) || !target->trusted)
    return BUOY_STRENGTH_NOTE;
  return buoy_mismatch_weigh (scale, target);
}

static void
cite (BuoyFinding *finding, const BuoyTarget *target)
{
  buoy_finding_cite (finding, BUOY_EVIDENCE_SHOWN_HOST, target->shown_host);
  buoy_finding_cite (finding, BUOY_EVIDENCE_ACTUAL_HOST, buoy_link_rule_opened_by (target));
}

/* The reader's trust suppresses the second finding. Excuse: none */
void
buoy_check_link_text_mismatch (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  static const BuoyLinkRule rule = { weigh, cite, TRUE };
  static const BuoyLinkRule trusted_rule = { weigh_trusted, cite, TRUE };
  g_autoptr (BuoyMismatchScale) scale = buoy_mismatch_scale_new (evidence);
  BuoyFinding *answered;

  buoy_link_rule_apply (&rule, evidence, scale, findings);
  answered = buoy_link_rule_apply (&trusted_rule, evidence, scale, findings);
  if (answered != NULL)
    buoy_finding_answer (answered);
}
