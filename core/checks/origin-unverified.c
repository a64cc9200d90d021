/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The server of the boundary hop has no reverse name, or one that does not resolve back (RFC 5321 §4.4 lets the
 * receiver record what it saw). Common enough in honest mail to be only a weak sign.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "base/host/buoy-host.h"
#include "registry/buoy-server.h"

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

/* The receiving side's lookup at the time of delivery counts. If there was none, the current reverse DNS counts more
 * than the HELO name. Excuse: none
 */
static gboolean
is_boundary_unverified (const BuoyEvidence *evidence)
{
  const BuoyReceived *line = evidence->origin.boundary_hop;
  const BuoyServer *server = evidence->verification != NULL ? evidence->verification->server : NULL;

  if (server == NULL || line->rdns_state != BUOY_RDNS_NOT_SAID
      || buoy_server_get_name_state (server) == BUOY_SERVER_NAME_UNKNOWN)
    return is_unverified (line);
  return buoy_server_get_name_state (server) != BUOY_SERVER_NAME_AGREES;
}

/* Cites reverse names. Administrators of mail servers set them up; a name that does not resolve back is worth as little
 * as none.
 */
static void
cite_names (BuoyFinding *finding, const BuoyVerification *verification)
{
  const BuoyServer *server = verification != NULL ? verification->server : NULL;
  const char *const *names = server != NULL ? buoy_server_get_names (server) : NULL;

  if (names != NULL && names[0] != NULL)
    buoy_finding_cite (finding, BUOY_EVIDENCE_REVERSE_NAME, names[0]);
}

void
buoy_check_origin_unverified (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  const BuoyReceived *line = evidence->origin.boundary_hop;
  BuoyFinding *finding;

  if (line == NULL || line->authenticated || evidence->auth.state == BUOY_AUTH_PASS)
    return;
  if (!is_boundary_unverified (evidence))
    line = evidence->origin.behind;
  if (line == NULL || (line == evidence->origin.behind && !is_unverified (line)))
    return;

  finding = buoy_findings_add (findings);
  buoy_finding_cite (finding, BUOY_EVIDENCE_HELO, line->helo);
  buoy_finding_cite (finding, BUOY_EVIDENCE_ORIGIN_IP, line->ip);
  if (line == evidence->origin.boundary_hop)
    cite_names (finding, evidence->verification);
}
