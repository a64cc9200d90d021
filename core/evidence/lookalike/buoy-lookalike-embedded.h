/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A whole domain within another: before somebody else's suffix ("www.paypal.com.evil.test"), or with hyphens for its
 * dots ("amazon-co-jp.test").
 */
#pragma once

#include "evidence/lookalike/buoy-lookalike.h"
#include "evidence/lookalike/buoy-lookalike-private.h"

/* The whole domain of an imitated within @skeleton, a host's without its suffix. @out_dotted: with its dots. */
const BuoyProtectedName *buoy_lookalikes_find_embedded (const BuoyLookalikes *lookalikes, const char *skeleton,
                                                        gboolean *out_dotted);
