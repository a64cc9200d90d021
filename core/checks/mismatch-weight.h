/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How much a link weighs that opens another site than it shows.
 */
#pragma once

#include "checks/checks-private.h"

/* The evidence for the sender taken in; a note says nothing against it. @target's state is a mismatch. */
BuoyStrength buoy_mismatch_weigh (const BuoyEvidence *evidence, const BuoyTarget *target);

/* Whether what names the site is an address written out in full. */
gboolean buoy_mismatch_is_written_out (const BuoyTarget *target);
