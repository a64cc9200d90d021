/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How much a link weighs that opens another site than it shows.
 */
#pragma once

#include "checks/checks-private.h"

/* What all links of one message are weighed with. */
typedef struct _BuoyMismatchScale BuoyMismatchScale;

BuoyMismatchScale *buoy_mismatch_scale_new (const BuoyEvidence *evidence);
void buoy_mismatch_scale_free (BuoyMismatchScale *scale);

/* Whether the link opens another site than it shows; or a shortener, which nobody can see through. A gateway's wrapper
 * that cannot be opened is of the receiving side's making.
 */
gboolean buoy_mismatch_is (const BuoyTarget *target);

/* The evidence for the sender taken in; a note says nothing against it. @target does not
 * open what it shows, see buoy_mismatch_is().
 */
BuoyStrength buoy_mismatch_weigh (const BuoyMismatchScale *scale, const BuoyTarget *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyMismatchScale, buoy_mismatch_scale_free)
