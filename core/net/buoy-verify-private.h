/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A verdict that includes the answers of name servers and registries.
 */
#pragma once

#include "net/buoy-ask.h"
#include "verdict/buoy-verdict-private.h"

/* Looks up the sender with @resolver, and suspicious domains with @lookup (NULL: registries are not asked). */
BuoyVerdict *buoy_verify_again_with (BuoyVerdict *verdict, GBytes *bytes, BuoyAskScope scope, BuoyResolver *resolver,
                                     BuoyLookup *lookup, GCancellable *cancellable, GError **error);
