/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A company's name that came from an authenticated domain which contains it, and now comes from one that does not. This
 * needs no list of companies. One person in ten has two addresses, so people's names count only if something else is
 * wrong.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "checks/remembered.h"
#include "lexicon/buoy-person.h"
#include "registry/buoy-ownership.h"

#define MIN_MESSAGES 3
#define MIN_DAYS 2

/* An account at an open host authenticates the account, but says nothing about the name. */
static gboolean
is_unproven (const BuoyEvidence *evidence)
{
  return buoy_evidence_lacks_proof (evidence) || buoy_evidence_is_anonymous (evidence);
}

/* Excuse: none: it is weaker only because nothing else is wrong. */
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

/* "Lake Bank via Garden" from Garden's domain, which sent authenticated mail for a month. */
static gboolean
is_via_known_sender (const BuoyEvidence *evidence, const BuoySenderRecord *sender)
{
  return buoy_person_via (evidence->from->name) != NULL && evidence->auth.state == BUOY_AUTH_PASS
         && buoy_check_is_long_proven (sender);
}

/* Excuse: via-service, via-domain */
void
buoy_check_name_moved (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  const BuoySenderMemory *memory = buoy_check_get_memory (evidence);
  const char *secret = buoy_check_asks_for_secret (evidence);
  BuoyFinding *finding;

  if (memory == NULL || evidence->is_list || !has_moved (evidence, &memory->name)
      || is_via_known_sender (evidence, &memory->sender))
    return;
  finding = buoy_findings_add (findings);
  buoy_finding_weaken (finding, weigh (evidence, &memory->name, secret));
  buoy_finding_cite (finding, BUOY_EVIDENCE_SHOWN_ADDRESS, evidence->from->name);
  buoy_finding_cite (finding, BUOY_EVIDENCE_FROM_ADDRESS, evidence->from->address);
  buoy_check_cite_name (finding, &memory->name);
  buoy_finding_cite (finding, BUOY_EVIDENCE_PHRASE, secret);
}
