/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A whole domain within another: below somebody else's ("www.paypal.com.evil.test"), or with hyphens for dots
 * ("amazon-co-jp.test").
 */
#pragma once

#include "evidence/lookalike/buoy-lookalike.h"
#include "evidence/lookalike/buoy-lookalike-private.h"

/* The protected domain contained in @skeleton, a host's without its suffix. @out_dotted: whether it has its dots. */
const BuoyProtectedName *buoy_lookalikes_find_embedded (const BuoyLookalikes *lookalikes, const char *skeleton,
                                                        gboolean *out_dotted);
