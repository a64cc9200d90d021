/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A known sender's message that speaks of passwords leads to a host where anyone can publish, and to which its mail
 * never led. A new site alone says nothing: half of all newsletters have one. Where more such hosts were seen than are
 * remembered, "never" cannot be said.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "checks/remembered.h"
#include "evidence/identity/buoy-lesson-read.h"
#include "registry/buoy-open-host.h"

/* (nullable) */
static const char *
find_new_open_host (const BuoyEvidence *evidence, const BuoySenderRecord *sender)
{
  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      if (buoy_open_host_classify (target->host) == BUOY_OPEN_HOST_PUBLISHING
          && !buoy_sender_record_has (sender, BUOY_TRAIT_SITES, buoy_lesson_site_of (target->host)))
        return target->host;
    }
  return NULL;
}

void
buoy_check_links_moved (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  const BuoySenderMemory *memory = buoy_check_get_memory (evidence);
  const char *phrase = buoy_evidence_find_phrase (evidence, BUOY_LEXICON_MAILBOX_ACCESS);
  const char *host;
  BuoyFinding *finding;

  if (memory == NULL || phrase == NULL || !buoy_check_is_known (&memory->sender)
      || buoy_sender_record_is_full (&memory->sender, BUOY_TRAIT_SITES))
    return;
  host = find_new_open_host (evidence, &memory->sender);
  if (host == NULL)
    return;
  finding = buoy_findings_add (findings);
  buoy_finding_cite (finding, BUOY_EVIDENCE_FROM_DOMAIN, evidence->from_domain);
  buoy_finding_cite (finding, BUOY_EVIDENCE_ACTUAL_HOST, host);
  buoy_finding_cite (finding, BUOY_EVIDENCE_PHRASE, phrase);
  buoy_check_cite_record (finding, &memory->sender);
}
