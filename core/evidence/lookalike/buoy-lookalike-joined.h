/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A protected name within a longer one: joined to role or lure words ("paypal-login", "securepaypal"), or between
 * hyphens.
 */
#pragma once

#include "protected/buoy-domain-words.h"
#include "protected/buoy-protected-names.h"

/* The protected name in @label with only such words around it; NULL if there is none. *@out_word: the strongest of them
 */
const BuoyProtectedName *buoy_lookalike_find_joined (const BuoyProtectedNames *names, const char *label,
                                                     BuoyJoinedWord *out_word);

/* The protected name between hyphens in @label, with any words around it: "x7-paypal-your-account", "bank-card-pay";
 * NULL if there is none. *@out_has_lure: whether there is a lure word or another name too
 */
const BuoyProtectedName *buoy_lookalike_find_among (const BuoyProtectedNames *names, const char *label,
                                                    gboolean *out_has_lure);
