/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The server of the boundary hop has no reverse name, or one that does not resolve back (RFC 5321 §4.4 lets the
 * receiver record what it saw). Common enough in honest mail to be only a weak sign.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "base/host/buoy-host.h"

/* HELO names that no mail server has: empty, a number, a single word (RFC 5321 §4.1.4 requires a domain). */
static gboolean
is_junk_helo (const BuoyReceived *line)
{
  return line->rdns_state == BUOY_RDNS_NOT_SAID && line->ip != NULL
         && (line->helo == NULL || buoy_host_is_ip (line->helo) || !buoy_host_has_known_suffix (line->helo));
}

static gboolean
is_unverified (const BuoyReceived *line)
{
  return line->rdns_state == BUOY_RDNS_UNKNOWN || line->rdns_state == BUOY_RDNS_UNVERIFIED || is_junk_helo (line);
}

void
buoy_check_origin_unverified (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  const BuoyReceived *line = evidence->origin.boundary_hop;
  BuoyFinding *finding;

  if (line == NULL || line->authenticated || evidence->auth.state == BUOY_AUTH_PASS)
    return;
  if (!is_unverified (line) && evidence->origin.behind != NULL)
    line = evidence->origin.behind;
  if (!is_unverified (line))
    return;

  finding = buoy_findings_add (findings);
  buoy_finding_cite (finding, BUOY_EVIDENCE_HELO, line->helo);
  buoy_finding_cite (finding, BUOY_EVIDENCE_ORIGIN_IP, line->ip);
}
