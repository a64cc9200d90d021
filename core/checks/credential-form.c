/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The message itself asks for a password. A search field or a poll in a newsletter is no such thing.
 */
#include "config.h"

#include "checks/checks-private.h"

void
buoy_check_credential_form (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  BuoyFinding *finding;

  if (!evidence->message->has_password_field)
    return;

  finding = buoy_findings_add (findings);
  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      if (target->link->kind != BUOY_LINK_FORM)
        continue;
      buoy_finding_cite (finding, "actual-host", target->host);
      return;
    }
}
