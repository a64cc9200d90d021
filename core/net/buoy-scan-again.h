/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A second verdict on the same message, which knows more: the first one is shown, and the host puts this one in its
 * place.
 */
#pragma once

#include <gio/gio.h>

#include "verdict/buoy-verdict.h"

G_BEGIN_DECLS

/**
 * BuoyScanStep:
 * @BUOY_SCAN_PICTURES: look for QR codes in the pictures; nothing leaves the machine
 * @BUOY_SCAN_POLICY: ask name servers for the policy of the sender's organisation (RFC 7489), and registries about
 *   suspect domains (RFC 9082), which tells the sender nothing
 * @BUOY_SCAN_KEYS: ask them for its policy and for the keys of its signatures (RFC 6376), which may tell the signer
 *   that the message was looked at
 *
 * What a second verdict knows beside the first.
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
