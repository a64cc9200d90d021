/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A verdict with what name servers and registries say.
 */
#pragma once

#include "net/buoy-ask.h"
#include "verdict/buoy-verdict-private.h"

/* Asks @resolver about the sender, and registries about suspect domains by @lookup (NULL: none is asked). */
BuoyVerdict *buoy_verify_again_with (BuoyVerdict *verdict, GBytes *bytes, BuoyAskScope scope, BuoyResolver *resolver,
                                     BuoyLookup *lookup, GCancellable *cancellable, GError **error);
