/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A deadline or a loss together with a call to act. The phrases are complete ones that threatening mail uses; single
 * words such as "important" are in half of all newsletters.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "evidence/links/buoy-target.h"

/* A threat, or else a deadline. */
static const char *
find_first (const BuoyPhrases *phrases)
{
  const char *threat = phrases->first[BUOY_LEXICON_ACCOUNT_THREAT];

  return threat != NULL ? threat : phrases->first[BUOY_LEXICON_URGENCY];
}

/* Strong words occur in shop mail too, so they count only in the subject. */
static const char *
find_urgency (const BuoyEvidence *evidence)
{
  const char *phrase = find_first (&evidence->subject_phrases);

  if (phrase == NULL)
    phrase = evidence->subject_phrases.first[BUOY_LEXICON_URGENT_SUBJECT];
  if (phrase == NULL && buoy_evidence_has_destination (evidence))
    phrase = find_first (&evidence->body_phrases);
  return phrase;
}

void
buoy_check_urgency (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  const char *phrase = find_urgency (evidence);

  if (phrase != NULL)
    buoy_finding_cite (buoy_findings_add (findings), BUOY_EVIDENCE_PHRASE, phrase);
}
