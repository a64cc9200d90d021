/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The same with a resolver of one's own.
 */
#pragma once

#include "net/buoy-ask.h"
#include "net/buoy-verify.h"
#include "verdict/buoy-verdict-private.h"

/* The calls with a resolver of one's own. */
BuoyVerdict *buoy_verify_again_with (BuoyVerdict *verdict, GBytes *bytes, BuoyAskScope scope, BuoyResolver *resolver,
                                     GCancellable *cancellable, GError **error);
BuoyVerdict *buoy_verify_with (GBytes *bytes, BuoyContext *context, BuoyResolver *resolver, GCancellable *cancellable,
                               GError **error);
