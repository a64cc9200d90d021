/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A domain that is suspicious anyway was registered only days ago, like most domains registered for phishing, half of
 * which are used within a fortnight. Concerts and new products have new domains, too, so this never warns alone; an old
 * domain is no excuse.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "registry/buoy-registration.h"

/* @age: in days, when the registry was asked, since checks have no clock. Excuse: none */
static gboolean
is_new (const BuoyEvidence *evidence, int age)
{
  const guint days = evidence->context != NULL ? evidence->context->new_domain_days : BUOY_NEW_DOMAIN_DAYS;

  return age >= 0 && age < (int) days;
}

void
buoy_check_new_domain (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  const BuoyVerification *verification = evidence->verification;

  for (guint i = 0; verification != NULL && i < verification->registrations->len; i++)
    {
      const BuoyRegistration *registration = g_ptr_array_index (verification->registrations, i);
      g_autoptr (GDateTime) registered = buoy_registration_get_registered (registration);
      const int age = buoy_registration_get_age (registration, buoy_registration_get_asked (registration));
      g_autofree char *day = NULL, *days = NULL;
      BuoyFinding *finding;

      if (!is_new (evidence, age))
        continue;
      day = g_date_time_format (registered, "%F");
      days = g_strdup_printf ("%d", age);
      finding = buoy_findings_add (findings);
      buoy_finding_cite (finding, BUOY_EVIDENCE_DOMAIN, buoy_registration_get_domain (registration));
      buoy_finding_cite (finding, BUOY_EVIDENCE_REGISTERED_ON, day);
      buoy_finding_cite (finding, BUOY_EVIDENCE_AGE_DAYS, days);
    }
}
