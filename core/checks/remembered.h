/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Questions of the checks that use what the account remembers of a sender.
 */
#pragma once

#include "checks/checks-private.h"

/* What is remembered of the message's sender; NULL: the memory was not asked, or it is an attached message. */
const BuoySenderMemory *buoy_check_get_memory (const BuoyEvidence *evidence);

/* Whether proven mail of @sender came more than once. */
gboolean buoy_check_is_known (const BuoySenderRecord *sender);

/* The same, and whether so little of what was checked was not proven that the proof may be expected. */
gboolean buoy_check_expects_proof (const BuoySenderRecord *sender);

/* Whether proven mail of @sender came for a month, and none of it was warned of: only then is it worth an excuse. */
gboolean buoy_check_is_long_proven (const BuoySenderRecord *sender);

/* Cites how much mail came under the name or from the sender. */
void buoy_check_cite_record (BuoyFinding *finding, const BuoySenderRecord *sender);
void buoy_check_cite_name (BuoyFinding *finding, const BuoyNameMemory *name);

/* A phrase with which the message asks for money or a password; NULL. */
const char *buoy_check_asks_for_secret (const BuoyEvidence *evidence);
