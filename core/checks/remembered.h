/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Helpers for checks that use what the account remembers about a sender.
 */
#pragma once

#include "checks/checks-private.h"

/* What is remembered about the message's sender; NULL if the memory was not consulted, or for an attached message. */
const BuoySenderMemory *buoy_check_get_memory (const BuoyEvidence *evidence);

/* Whether proven mail of @sender came more than once. */
gboolean buoy_check_is_known (const BuoySenderRecord *sender);

/* The same, and whether so little of what was checked was not proven that the proof may be expected. */
gboolean buoy_check_expects_proof (const BuoySenderRecord *sender);

/* Whether @sender was authenticated for a month and never got a warning. Only that excuses anything. */
gboolean buoy_check_is_long_proven (const BuoySenderRecord *sender);

/* Cites how much mail came from the sender, or under the name. */
void buoy_check_cite_record (BuoyFinding *finding, const BuoySenderRecord *sender);
void buoy_check_cite_name (BuoyFinding *finding, const BuoyNameMemory *name);

/* A phrase that asks for money or a password. (nullable) */
const char *buoy_check_asks_for_secret (const BuoyEvidence *evidence);
