/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A deadline or a loss together with a call to act. The phrases are complete ones that threatening mail uses; single
 * words such as "important" are in half of all newsletters.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "evidence/links/buoy-target.h"

/* Strong words occur in shop mail too, so they count only in the subject. */
static const char *
find_urgency (const BuoyEvidence *evidence)
{
  const char *const *subject = evidence->subject_phrases.first;

  if (subject[BUOY_LEXICON_URGENCY] != NULL)
    return subject[BUOY_LEXICON_URGENCY];
  if (subject[BUOY_LEXICON_URGENT_SUBJECT] != NULL)
    return subject[BUOY_LEXICON_URGENT_SUBJECT];
  return buoy_evidence_has_destination (evidence) ? evidence->body_phrases.first[BUOY_LEXICON_URGENCY] : NULL;
}

void
buoy_check_urgency (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  const char *phrase = find_urgency (evidence);

  if (phrase != NULL)
    buoy_finding_cite (buoy_findings_add (findings), BUOY_EVIDENCE_PHRASE, phrase);
}
