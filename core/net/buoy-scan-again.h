/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A second verdict on the same message, made with more information. A client shows the first one, then replaces it.
 */
#pragma once

#include <gio/gio.h>

#include "verdict/buoy-verdict.h"

G_BEGIN_DECLS

/**
 * BuoyScanStep:
 * @BUOY_SCAN_PICTURES: decode QR codes in pictures; does not use the network
 * @BUOY_SCAN_POLICY: look up the DMARC policy of the sender's organisation (RFC 7489), and ask registries about
 *   suspicious domains (RFC 9082); the sender cannot notice this
 * @BUOY_SCAN_KEYS: look up From's own policy and the keys of its signatures (RFC 6376), which may tell the signer that
 *   the message was read
 *
 * What a second verdict adds to the first.
 *
 * Since: 0.2
 */
typedef enum
{
  BUOY_SCAN_PICTURES,
  BUOY_SCAN_POLICY,
  BUOY_SCAN_KEYS
} BuoyScanStep;

BUOY_AVAILABLE_IN_0_2 BuoyVerdict *buoy_scan_again (BuoyVerdict *verdict, GBytes *bytes, BuoyScanStep step,
                                                    GCancellable *cancellable, GError **error);
BUOY_AVAILABLE_IN_0_2 void buoy_scan_again_async (BuoyVerdict *verdict, GBytes *bytes, BuoyScanStep step,
                                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                                  gpointer user_data);

G_END_DECLS
