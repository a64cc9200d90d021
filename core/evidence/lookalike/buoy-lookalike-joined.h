/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A name within a longer one: joined to role or lure words ("paypal-login", "securepaypal"), or between hyphens.
 */
#pragma once

#include "evidence/lookalike/buoy-lookalike.h"
#include "evidence/lookalike/buoy-lookalike-private.h"

/* The protected name in @label with only such words around it; NULL. @out_word: the strongest of them. */
const BuoyProtectedName *buoy_lookalikes_find_joined (const BuoyLookalikes *lookalikes, const char *label,
                                                      BuoyJoinedWord *out_word);

/* The protected name between hyphens in @label, with any words around it: "x7-paypal-your-account", "bank-card-pay";
 * NULL. @out_has_lure: a lure word or another name is there too.
 */
const BuoyProtectedName *buoy_lookalikes_find_among (const BuoyLookalikes *lookalikes, const char *label,
                                                     gboolean *out_has_lure);
