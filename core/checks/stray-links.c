/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * All links are unrelated to the sender, and no text says where they lead. Honest mail does that too, with unlisted
 * trackers, so it is stronger only if nothing about the sender can be verified.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "base/host/buoy-host.h"
#include "registry/buoy-open-host.h"
#include "evidence/links/buoy-target.h"

/* The sender is not authenticated, and the server of the boundary hop has no proper name. */
static gboolean
is_out_of_nowhere (const BuoyEvidence *evidence)
{
  return buoy_evidence_lacks_proof (evidence) && evidence->origin.state == BUOY_ORIGIN_MISMATCH
         && buoy_evidence_has_bad_origin (evidence);
}

/* A display name over an anonymous account's address that matches neither the address nor the links. */
static gboolean
is_masked (const BuoyEvidence *evidence)
{
  return *evidence->from->name != '\0' && buoy_open_host_classify (evidence->from_domain) != BUOY_OPEN_HOST_NONE;
}

/* A raw IP link from an unauthenticated sender. */
static gboolean
leads_to_number (const BuoyEvidence *evidence)
{
  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      if (target->link->in_html && buoy_host_is_public_ip (target->host))
        return evidence->auth.state != BUOY_AUTH_PASS;
    }
  return FALSE;
}

/* Weak by itself; what is known against the sender makes it stronger. Excuse: none */
void
buoy_check_stray_links (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  BuoyFinding *finding;

  if (!evidence->links_unrelated)
    return;
  finding = buoy_findings_add (findings);
  if (!is_out_of_nowhere (evidence) && !is_masked (evidence) && !leads_to_number (evidence)
      && (evidence->is_inner || !buoy_evidence_is_impossible (evidence)))
    buoy_finding_weaken (finding, BUOY_STRENGTH_WEAK);
  buoy_finding_cite (finding, BUOY_EVIDENCE_FROM_DOMAIN, evidence->from_domain);
  buoy_finding_cite (finding, BUOY_EVIDENCE_ACTUAL_HOST, evidence->unrelated_host);
}
