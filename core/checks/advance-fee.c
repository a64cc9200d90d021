/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Advance-fee fraud: an inheritance, a donation, a lottery, an account with millions, and a stranger who needs the
 * reader's help. Banks and charities use some of the same words, but don't ask for replies at a private address.
 */
#include "config.h"

#include "checks/advance-fee.h"

const char *
buoy_check_promise_of_money (const BuoyEvidence *evidence)
{
  return buoy_evidence_find_phrase (evidence, BUOY_LEXICON_ADVANCE_FEE);
}
