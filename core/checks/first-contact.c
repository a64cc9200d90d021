/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * No earlier message of this sender is remembered. That is true of two of three honest messages, so it is a note, and
 * only if enough senders are known.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "checks/remembered.h"

void
buoy_check_first_contact (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  const BuoySenderMemory *memory = buoy_check_get_memory (evidence);

  if (memory == NULL || memory->sender.n_messages > 0 || evidence->from == NULL || !memory->is_taught
      || evidence->sender.relation != BUOY_SENDER_STRANGER || evidence->claims_list)
    return;
  buoy_finding_cite (buoy_findings_add (findings), BUOY_EVIDENCE_FROM_ADDRESS, evidence->from->address);
}
