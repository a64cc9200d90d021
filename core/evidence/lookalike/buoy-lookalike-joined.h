/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A name within a longer one: joined to role words ("paypal-login", "securepaypal"), or among others between
 * hyphens.
 */
#pragma once

#include "evidence/lookalike/buoy-lookalike.h"
#include "evidence/lookalike/buoy-lookalike-private.h"

/* The name in @label with nothing but such words around it. @out_word: the weightiest. NULL where there is none. */
const BuoyProtectedName *buoy_lookalikes_find_joined (const BuoyLookalikes *lookalikes, const char *label,
                                                      BuoyJoinedWord *out_word);

/* The name between hyphens in @label, with whatever else: "x7-paypal-your-account", "bank-card-pay". NULL where there
 * is none. @out_has_lure: lure or another name stands beside it.
 */
const BuoyProtectedName *buoy_lookalikes_find_among (const BuoyLookalikes *lookalikes, const char *label,
                                                     gboolean *out_has_lure);
