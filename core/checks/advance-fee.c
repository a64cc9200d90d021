/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The advance-fee fraud: an inheritance, a donation, a lottery, an account of millions, and a stranger who cannot do
 * without the reader. Banks and charities use some of the words; who does not want answers at his own address besides
 * is neither.
 */
#include "config.h"

#include "checks/advance-fee.h"

const char *
buoy_check_promise_of_money (const BuoyEvidence *evidence)
{
  return buoy_evidence_find_phrase (evidence, BUOY_LEXICON_ADVANCE_FEE);
}
