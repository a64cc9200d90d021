/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A verdict with what the name servers say.
 */
#pragma once

#include "net/buoy-ask.h"
#include "verdict/buoy-verdict-private.h"

/* Asks @resolver about the sender. */
BuoyVerdict *buoy_verify_again_with (BuoyVerdict *verdict, GBytes *bytes, BuoyAskScope scope, BuoyResolver *resolver,
                                     GCancellable *cancellable, GError **error);
