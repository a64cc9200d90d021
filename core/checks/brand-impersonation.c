/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The message claims a brand's name, and neither its sender nor its links are that brand's. Mentioning a brand (news, a
 * friend's mail) is no claim; the identity module tells them apart.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "checks/brand-weight.h"

static void
cite_first_link_elsewhere (BuoyFinding *finding, const BuoyEvidence *evidence, const BuoyClaim *claim)
{
  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      if (target->host == NULL || buoy_brand_uses (claim->brand, target->host))
        continue;
      buoy_finding_cite (finding, BUOY_EVIDENCE_ACTUAL_HOST, target->host);
      return;
    }
}

static const BuoyClaim *
find_gravest (const BuoyEvidence *evidence, BuoyStrength *out_strength)
{
  const BuoyClaim *gravest = NULL;

  for (guint i = 0; i < evidence->claims->len && *out_strength < BUOY_STRENGTH_STRONG; i++)
    {
      const BuoyClaim *claim = g_ptr_array_index (evidence->claims, i);
      const BuoyStrength strength = buoy_brand_weigh (evidence, claim);

      if (strength <= *out_strength)
        continue;
      *out_strength = strength;
      gravest = claim;
    }
  return gravest;
}

void
buoy_check_brand_impersonation (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  BuoyStrength strength = BUOY_STRENGTH_NOTE;
  const BuoyClaim *claim = find_gravest (evidence, &strength);
  BuoyFinding *finding;

  if (claim == NULL)
    return;
  finding = buoy_findings_add (findings);
  buoy_finding_weaken (finding, strength);
  if (claim->reported && strength == BUOY_STRENGTH_MEDIUM)
    {
      /* any customer of the vendor can write such a report, so the question is who sent it */
      buoy_finding_set_basis (finding, BUOY_BASIS_AUTHENTICATION);
      buoy_finding_warn_alone (finding);
    }
  if (strength == BUOY_STRENGTH_MEDIUM && buoy_brand_warns_alone (evidence, claim))
    buoy_finding_warn_alone (finding);
  finding->is_own_named = buoy_brand_is_own_named (evidence, claim);
  buoy_finding_cite (finding, BUOY_EVIDENCE_BRAND, claim->brand->title);
  buoy_finding_cite (finding, BUOY_EVIDENCE_FROM_ADDRESS, evidence->from != NULL ? evidence->from->address : NULL);
  cite_first_link_elsewhere (finding, evidence, claim);
  buoy_finding_cite (finding, BUOY_EVIDENCE_BRAND_DOMAIN, claim->brand->domains[0]);
}
