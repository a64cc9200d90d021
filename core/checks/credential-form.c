/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The message itself asks for a password. Search fields and polls in newsletters are not affected.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "evidence/links/buoy-target.h"
#include "registry/buoy-ownership.h"

/* Old newsletters had a login form for their own site. There is no reason to collect passwords for another. */
static BuoyStrength
weigh_form (const BuoyEvidence *evidence, const BuoyTarget *target)
{
  const gboolean unsure = buoy_evidence_lacks_proof (evidence) || buoy_evidence_has_bad_origin (evidence);

  if (target->host == NULL || *target->host == '\0')
    return BUOY_STRENGTH_MEDIUM;
  return !unsure && buoy_hosts_have_one_owner (target->host, evidence->from_domain) ? BUOY_STRENGTH_MEDIUM
                                                                                    : BUOY_STRENGTH_STRONG;
}

void
buoy_check_credential_form (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  BuoyStrength strongest = BUOY_STRENGTH_MEDIUM;
  const BuoyTarget *gravest = NULL;
  BuoyFinding *finding;

  if (!evidence->message->has_password_field)
    return;

  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      if (target->link->kind != BUOY_LINK_FORM)
        continue;
      if (gravest == NULL || weigh_form (evidence, target) > strongest)
        gravest = target;
      strongest = MAX (strongest, weigh_form (evidence, target));
    }
  finding = buoy_findings_add (findings);
  buoy_finding_weaken (finding, strongest);
  if (gravest != NULL)
    buoy_finding_cite (finding, BUOY_EVIDENCE_ACTUAL_HOST, gravest->host);
}
