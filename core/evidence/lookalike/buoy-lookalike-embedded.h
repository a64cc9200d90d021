/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A whole domain within another: below somebody else's ("www.paypal.com.evil.test"), or with hyphens for dots
 * ("amazon-co-jp.test").
 */
#pragma once

#include "protected/buoy-protected-names.h"

/* Minimum letters of the name of an embedded domain: "jcb.co.jp.evil.test"; "t.co" is contained in too many names. */
#define BUOY_MIN_EMBEDDED 3

/* The protected domain contained in @skeleton, a host's without its suffix. @out_dotted: whether it has its dots. */
const BuoyProtectedName *buoy_lookalike_find_embedded (const BuoyProtectedNames *names, const char *skeleton,
                                                       gboolean *out_dotted);
