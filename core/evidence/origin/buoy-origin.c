/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which server handed the message in at the trust boundary, and whether it matches the From domain. Only a looked-up
 * reverse name can match: HELO is the client's claim, and the lines below are unverified hops.
 */
#include "config.h"

#include "evidence/origin/buoy-origin.h"

#include "base/host/buoy-host.h"
#include "registry/buoy-generic-name.h"
#include "registry/buoy-provider.h"
#include "evidence/links/buoy-target.h"
#include "registry/buoy-ownership.h"

#define FIRST_YEAR_OF_PROOF 2006 /* RFC 4408 (SPF); DKIM and DMARC came later */

/* The client's name: looked up, otherwise the HELO name. */
static const char *
name_of_peer (const BuoyReceived *line)
{
  if (line->rdns != NULL)
    return line->rdns;
  return line->helo != NULL && !buoy_host_is_ip (line->helo) ? line->helo : NULL;
}

/* The line below the boundary hop, if a server without a public name accepted the message from a client that it did not
 * look up, as behind the receiving side's own gateway. The sender may have forged that line, but would not write in it
 * that his server has no name. (nullable)
 */
static const BuoyReceived *
find_behind (const BuoyMessage *message, const BuoyTrustBoundary *boundary)
{
  const BuoyReceived *line = boundary->boundary_hop;
  const BuoyReceived *next;

  if (boundary->hosts->len > 0 || line->rdns_state != BUOY_RDNS_NOT_SAID
      || boundary->n_trusted >= message->received->len)
    return NULL;
  next = g_ptr_array_index (message->received, boundary->n_trusted);
  return buoy_host_same_site (line->helo, next->by) ? next : NULL;
}

BuoyOrigin
buoy_origin_trace (const BuoyMessage *message, const BuoyTrustBoundary *boundary)
{
  const BuoyReceived *line = boundary->boundary_hop;
  BuoyOrigin origin = { .assumed = boundary->assumed, .n_trusted = boundary->n_trusted, .boundary_hop = line };

  if (line == NULL)
    return origin;
  origin.behind = find_behind (message, boundary);
  origin.host = name_of_peer (line);
  origin.domain = buoy_host_registrable_domain (origin.host);
  origin.by = line->by;
  origin.before_proof = line->date != NULL && g_date_time_get_year (line->date) < FIRST_YEAR_OF_PROOF;
  origin.generic_rdns = buoy_generic_name_is (line->rdns, line->ip);
  return origin;
}

static gboolean
is_of_sender (const BuoyEvidence *evidence, const char *host)
{
  return buoy_hosts_have_one_owner (host, evidence->from_domain) || buoy_provider_is_same (host, evidence->from_domain);
}

/* Whether the looked-up name belongs to the sender. The generic name of a rented machine belongs to its provider, not
 * to whoever rents it.
 */
static gboolean
matches (const BuoyEvidence *evidence)
{
  const BuoyReceived *line = evidence->origin.boundary_hop;

  return line->rdns_state == BUOY_RDNS_VERIFIED && !evidence->origin.generic_rdns
         && is_of_sender (evidence, line->rdns);
}

/* Whether it is undecided that the client is a server of From's domain: it has such a name, but the name does not
 * resolve back, or is that of a rented machine, or is only claimed to a server that does not write reverse names, with
 * no result against it.
 */
static gboolean
is_open_question (const BuoyEvidence *evidence)
{
  const BuoyReceived *line = evidence->origin.boundary_hop;

  if (line->rdns_state == BUOY_RDNS_UNVERIFIED)
    return is_of_sender (evidence, line->rdns);
  if (line->rdns_state == BUOY_RDNS_VERIFIED && evidence->origin.generic_rdns)
    return buoy_host_same_site (line->rdns, evidence->from_domain);
  return line->rdns_state == BUOY_RDNS_NOT_SAID && is_of_sender (evidence, line->helo) && !evidence->auth.says_unproven
         && evidence->auth.state != BUOY_AUTH_FAIL;
}

/* Whether From's domain belongs to a brand that is known to send through this service. */
static gboolean
is_served (const BuoyEvidence *evidence)
{
  const BuoyReceived *line = evidence->origin.boundary_hop;
  const BuoyBrand *brand = buoy_brands_find_by_host (buoy_brands_get_default (), evidence->from_domain);

  return brand != NULL && line->rdns_state == BUOY_RDNS_VERIFIED && !evidence->origin.generic_rdns
         && buoy_brand_uses (brand, line->rdns);
}

/* Whether the message is a copy saved by the sender's own server: only the submission hop is present. */
static gboolean
is_first_hop_only (const BuoyEvidence *evidence)
{
  return evidence->message->received->len == 1 && evidence->message->return_path == NULL
         && buoy_message_get_header (evidence->message, "Delivered-To") == NULL
         && is_of_sender (evidence, evidence->origin.by);
}

/* Excuse: srs-envelope, gmail-forward-envelope, forwarded-for, addressed-to-server,
 * helo-of-sender, helo-of-reader
 */
BuoyOriginState
buoy_origin_judge (const BuoyEvidence *evidence)
{
  const BuoyReceived *line = evidence->origin.boundary_hop;

  if (evidence->from_domain == NULL || line == NULL)
    return evidence->auth.state == BUOY_AUTH_PASS ? BUOY_ORIGIN_VOUCHED : BUOY_ORIGIN_UNKNOWN;
  if (matches (evidence))
    return BUOY_ORIGIN_MATCH;
  if (evidence->auth.state == BUOY_AUTH_PASS)
    return BUOY_ORIGIN_VOUCHED;
  if (line->ip == NULL || line->authenticated || evidence->origin.via_list)
    return BUOY_ORIGIN_UNKNOWN;
  if (is_open_question (evidence) || is_served (evidence) || is_first_hop_only (evidence))
    return BUOY_ORIGIN_UNKNOWN;
  return BUOY_ORIGIN_MISMATCH;
}

gboolean
buoy_origin_is_claimed (const BuoyEvidence *evidence)
{
  const BuoyReceived *line = evidence->origin.boundary_hop;

  return evidence->origin.state == BUOY_ORIGIN_UNKNOWN && line != NULL && line->rdns_state != BUOY_RDNS_VERIFIED
         && line->ip != NULL && !line->authenticated && !evidence->origin.via_list && is_open_question (evidence);
}
