/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A correspondent's name with an address the reader does not know. People do use new addresses, so the name alone is at
 * most medium. Free mail although the correspondent has a work address, and a message about money, are weak signs in
 * addition.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "registry/buoy-free-mail.h"

#include <string.h>

/* Adds a sign separate from the name, which nothing lowers. Excuse: none */
static void
add_weak (const BuoyEvidence *evidence, BuoyFindings *findings, BuoyBasis basis, BuoyEvidenceKind kind,
          const char *value)
{
  BuoyFinding *finding = buoy_findings_add (findings);

  buoy_finding_weaken (finding, BUOY_STRENGTH_WEAK);
  buoy_finding_set_basis (finding, basis);
  buoy_finding_cite (finding, BUOY_EVIDENCE_FROM_ADDRESS, evidence->from->address);
  buoy_finding_cite (finding, kind, value);
}

static gboolean
is_at_work (const BuoyContact *contact)
{
  const char *at = strrchr (contact->address, '@');

  return at != NULL && !buoy_free_mail_is (at + 1);
}

void
buoy_check_contact_impersonation (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  const BuoyContact *contact = evidence->sender.namesake;
  const char *phrase;
  BuoyFinding *finding;

  if (contact == NULL)
    return;
  finding = buoy_findings_add (findings);
  buoy_finding_cite (finding, BUOY_EVIDENCE_CONTACT, contact->name);
  buoy_finding_cite (finding, BUOY_EVIDENCE_FROM_ADDRESS, evidence->from->address);
  if (buoy_free_mail_is (evidence->from_domain) && is_at_work (contact))
    add_weak (evidence, findings, BUOY_BASIS_HEADER, BUOY_EVIDENCE_CONTACT, contact->address);
  phrase = buoy_evidence_find_phrase (evidence, BUOY_LEXICON_PAYMENT);
  if (phrase != NULL)
    add_weak (evidence, findings, BUOY_BASIS_CONTENT, BUOY_EVIDENCE_PHRASE, phrase);
}
