/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The same with a resolver of one's own.
 */
#pragma once

#include "net/buoy-resolver.h"
#include "net/buoy-verify.h"
#include "verdict/buoy-verdict-private.h"

/* What the name servers say about the sender of @message, which was read from @bytes. Never fails: what could not be
 * asked is unknown.
 */
BuoyVerification *
buoy_verification_ask (GBytes *bytes, BuoyMessage *message, BuoyResolver *resolver,
                       GCancellable *cancellable);

/* The two calls with a resolver of one's own. */
BuoyVerdict *
buoy_verify_again_with (BuoyVerdict *verdict, GBytes *bytes, BuoyResolver *resolver,
                        GCancellable *cancellable, GError **error);
BuoyVerdict *
buoy_verify_with (GBytes *bytes, BuoyContext *context, BuoyResolver *resolver,
                  GCancellable *cancellable, GError **error);
