/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A server whose word counts says that From's domain did not send this. Nothing said is no fault.
 */
#include "config.h"

#include "checks/checks-private.h"

static gboolean
claims_a_brand (const BuoyEvidence *evidence)
{
  for (guint i = 0; i < evidence->claims->len; i++)
    {
      const BuoyClaim *claim = g_ptr_array_index (evidence->claims, i);

      if (claim->from_is_brands)
        return TRUE;
    }
  return FALSE;
}

/* Lists and forwarders break what was right when it was sent. */
static BuoyStrength
weigh_failure (const BuoyEvidence *evidence)
{
  if (evidence->origin.via_list || evidence->is_list)
    return BUOY_STRENGTH_NOTE;
  return evidence->auth.enforced || claims_a_brand (evidence) ? BUOY_STRENGTH_STRONG
                                                              : BUOY_STRENGTH_MEDIUM;
}

static void
report (const BuoyEvidence *evidence, BuoyStrength strength, BuoyFindings *findings)
{
  BuoyFinding *finding = buoy_findings_add (findings);

  buoy_finding_weaken (finding, strength);
  buoy_finding_cite (finding, "from-domain", evidence->from_domain);
  buoy_finding_cite (finding, "spf", evidence->auth.spf);
  buoy_finding_cite (finding, "dkim", evidence->auth.dkim);
  buoy_finding_cite (finding, "dmarc", evidence->auth.dmarc);
  buoy_finding_cite (finding, "proven-domain", evidence->auth.other_domain);
}

void
buoy_check_authentication_failed (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  const BuoyAuthentication *auth = &evidence->auth;

  if (evidence->from_domain == NULL)
    return;

  if (auth->state == BUOY_AUTH_FAIL)
    report (evidence, weigh_failure (evidence), findings);
  else if (auth->says_unproven && evidence->origin.state != BUOY_ORIGIN_MISMATCH
           && !evidence->is_list)
    report (evidence, BUOY_STRENGTH_MEDIUM, findings);
}
