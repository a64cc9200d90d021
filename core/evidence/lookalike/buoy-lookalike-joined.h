/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A name within a longer one: joined to role or lure words ("paypal-login", "securepaypal"), or between hyphens.
 */
#pragma once

#include "protected/buoy-domain-words.h"
#include "protected/buoy-protected-names.h"

/* The protected name in @label with only such words around it; NULL. @out_word: the strongest of them. */
const BuoyProtectedName *buoy_lookalike_find_joined (const BuoyProtectedNames *names, const char *label,
                                                     BuoyJoinedWord *out_word);

/* The protected name between hyphens in @label, with any words around it: "x7-paypal-your-account", "bank-card-pay";
 * NULL. @out_has_lure: a lure word or another name is there too.
 */
const BuoyProtectedName *buoy_lookalike_find_among (const BuoyProtectedNames *names, const char *label,
                                                    gboolean *out_has_lure);
