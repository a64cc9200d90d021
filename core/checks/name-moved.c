/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A company's name that came from a domain bearing it, proven, and now comes from one that does not. It needs no list
 * of companies. One person in ten has two addresses, so people's names weigh nothing unless more speaks against them.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "checks/remembered.h"
#include "lexicon/buoy-person.h"
#include "registry/buoy-ownership.h"

#define MIN_MESSAGES 3
#define MIN_DAYS 2

/* Whoever has an account at such a host proves that, and nothing about the name. */
static gboolean
is_unproven (const BuoyEvidence *evidence)
{
  return buoy_evidence_lacks_proof (evidence) || buoy_evidence_is_anonymous (evidence);
}

/* Excuse: none: what lowers it is that nothing else is wrong. */
static BuoyStrength
weigh (const BuoyEvidence *evidence, const BuoyNameMemory *name, const char *secret)
{
  if (name->is_person)
    return secret != NULL && is_unproven (evidence) ? BUOY_STRENGTH_MEDIUM : BUOY_STRENGTH_NOTE;
  return secret != NULL || is_unproven (evidence) ? BUOY_STRENGTH_STRONG : BUOY_STRENGTH_MEDIUM;
}

static gboolean
has_moved (const BuoyEvidence *evidence, const BuoyNameMemory *name)
{
  return name->n_messages >= MIN_MESSAGES && name->n_days >= MIN_DAYS && evidence->from_domain != NULL
         && (name->domain == NULL || !buoy_hosts_have_one_owner (name->domain, evidence->from_domain));
}

/* "Lake Bank via Garden" from Garden's domain, of which proven mail came for a month. */
static gboolean
is_by_way_of_known (const BuoyEvidence *evidence, const BuoySenderRecord *sender)
{
  return buoy_person_via (evidence->from->name) != NULL && evidence->auth.state == BUOY_AUTH_PASS
         && buoy_check_is_long_proven (sender);
}

/* Excuse: via-service, via-domain, list-post, list-of-server, list-of-envelope, list-numbered, list-of-reader */
void
buoy_check_name_moved (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  const BuoySenderMemory *memory = buoy_check_get_memory (evidence);
  const char *secret = buoy_check_asks_for_secret (evidence);
  BuoyFinding *finding;

  if (memory == NULL || evidence->is_list || !has_moved (evidence, &memory->name)
      || is_by_way_of_known (evidence, &memory->sender))
    return;
  finding = buoy_findings_add (findings);
  buoy_finding_weaken (finding, weigh (evidence, &memory->name, secret));
  buoy_finding_cite (finding, BUOY_EVIDENCE_SHOWN_ADDRESS, evidence->from->name);
  buoy_finding_cite (finding, BUOY_EVIDENCE_FROM_ADDRESS, evidence->from->address);
  buoy_check_cite_name (finding, &memory->name);
  buoy_finding_cite (finding, BUOY_EVIDENCE_PHRASE, secret);
}
