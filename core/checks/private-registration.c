/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A registry does not say who registered a suspicious domain. Nine of ten registrants are hidden, so this is a note;
 * but a reader may want to know which privacy service it is.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "registry/buoy-registration.h"

void
buoy_check_private_registration (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  const BuoyVerification *verification = evidence->verification;

  for (guint i = 0; verification != NULL && i < verification->registrations->len; i++)
    {
      const BuoyRegistration *registration = g_ptr_array_index (verification->registrations, i);
      const char *holder = buoy_registration_get_holder (registration);
      BuoyFinding *finding;

      if (!buoy_registration_is_private (registration))
        continue;
      finding = buoy_findings_add (findings);
      buoy_finding_cite (finding, BUOY_EVIDENCE_DOMAIN, buoy_registration_get_domain (registration));
      if (*holder != '\0')
        buoy_finding_cite (finding, BUOY_EVIDENCE_HOLDER, holder);
    }
}
