/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The strength of a link that opens another site than it shows.
 */
#pragma once

#include "checks/checks-private.h"

/* What the links of one message are weighed against: facts about the sender and the other links. */
typedef struct _BuoyMismatchScale BuoyMismatchScale;

BuoyMismatchScale *buoy_mismatch_scale_new (const BuoyEvidence *evidence);
void buoy_mismatch_scale_free (BuoyMismatchScale *scale);

/* Whether the link opens another site than it shows, or is a shortener, whose target is unknown. A gateway's opaque
 * wrapper was added by the receiving side.
 */
gboolean buoy_mismatch_is (const BuoyTarget *target);

/* Weighs @target, for which buoy_mismatch_is() must be true, taking the sender's authentication into account. A note
 * means that there is nothing to report.
 */
BuoyStrength buoy_mismatch_weigh (const BuoyMismatchScale *scale, const BuoyTarget *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyMismatchScale, buoy_mismatch_scale_free)
