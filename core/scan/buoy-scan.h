/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The calls through which every host runs the analysis: a first verdict, and further ones made with more information,
 * each of which a client shows in place of the one before.
 */
#pragma once

#include <gio/gio.h>

#include "buoy-context.h"
#include "buoy-shown-message.h"
#include "verdict/buoy-verdict.h"

G_BEGIN_DECLS

/**
 * BuoyScanFlags:
 * @BUOY_SCAN_PICTURES: decode QR codes in pictures and analyse their URLs as links, which takes many times as long as
 *   all else; does not use the network
 * @BUOY_SCAN_POLICY: look up the DMARC policy of the sender's organisation (RFC 7489), and ask registries about
 *   suspicious domains (RFC 9082); the sender cannot notice this
 * @BUOY_SCAN_KEYS: look up From's own policy and the keys of its signatures (RFC 6376), which may tell the signer that
 *   the message was read
 *
 * What a scan does besides judging the text of a message, which takes milliseconds and does not use the network.
 *
 * Since: 0.2
 */
typedef enum
{
  BUOY_SCAN_PICTURES = 1 << 0,
  BUOY_SCAN_POLICY = 1 << 1,
  BUOY_SCAN_KEYS = 1 << 2
} BuoyScanFlags;

BUOY_AVAILABLE_IN_0_2 BuoyVerdict *buoy_scan (GBytes *bytes, BuoyContext *context, BuoyScanFlags flags,
                                              GCancellable *cancellable, GError **error);
BUOY_AVAILABLE_IN_0_2 void buoy_scan_async (GBytes *bytes, BuoyContext *context, BuoyScanFlags flags,
                                            GCancellable *cancellable, GAsyncReadyCallback callback,
                                            gpointer user_data);
BUOY_AVAILABLE_IN_0_2 BuoyVerdict *buoy_scan_again (BuoyVerdict *verdict, GBytes *bytes, BuoyShown *shown,
                                                    BuoyScanFlags flags, GCancellable *cancellable, GError **error);
BUOY_AVAILABLE_IN_0_2 void buoy_scan_again_async (BuoyVerdict *verdict, GBytes *bytes, BuoyShown *shown,
                                                  BuoyScanFlags flags, GCancellable *cancellable,
                                                  GAsyncReadyCallback callback, gpointer user_data);
BUOY_AVAILABLE_IN_0_2 BuoyVerdict *buoy_scan_finish (GAsyncResult *result, GError **error);

G_END_DECLS
