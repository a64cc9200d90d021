/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A whole domain within another one: as labels below it ("www.paypal.com.evil.test"), or with hyphens for dots
 * ("amazon-co-jp.test").
 */
#pragma once

#include "protected/buoy-protected-names.h"

/* Minimum letters of the name of an embedded domain: "jcb.co.jp.evil.test"; "t.co" is contained in too many names. */
#define BUOY_MIN_EMBEDDED 3

/* The protected domain contained in @skeleton, that of a host without its suffix; NULL if there is none. *@out_dotted:
 * whether it has dots, not hyphens
 */
const BuoyProtectedName *buoy_lookalike_find_embedded (const BuoyProtectedNames *names, const char *skeleton,
                                                       gboolean *out_dotted);
