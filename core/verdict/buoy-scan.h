/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The call through which every host runs the analysis; in two steps if the first verdict is needed early.
 */
#pragma once

#include <gio/gio.h>

#include "buoy-context.h"
#include "buoy-shown-message.h"
#include "verdict/buoy-verdict.h"

G_BEGIN_DECLS

BUOY_AVAILABLE_IN_0_2 BuoyVerdict *buoy_scan (GBytes *bytes, BuoyContext *context, GCancellable *cancellable,
                                              GError **error);
BUOY_AVAILABLE_IN_0_2 BuoyVerdict *buoy_scan_without_pictures (GBytes *bytes, BuoyContext *context,
                                                               GCancellable *cancellable, GError **error);
BUOY_AVAILABLE_IN_0_2 BuoyVerdict *buoy_scan_shown (GBytes *bytes, BuoyShown *shown, BuoyContext *context,
                                                    GCancellable *cancellable, GError **error);
BUOY_AVAILABLE_IN_0_2 BuoyVerdict *buoy_scan_shown_again (BuoyVerdict *verdict, GBytes *bytes, BuoyShown *shown,
                                                          GCancellable *cancellable, GError **error);
BUOY_AVAILABLE_IN_0_2 void buoy_scan_shown_again_async (BuoyVerdict *verdict, GBytes *bytes, BuoyShown *shown,
                                                        GCancellable *cancellable, GAsyncReadyCallback callback,
                                                        gpointer user_data);
BUOY_AVAILABLE_IN_0_2 gboolean buoy_verdict_has_unread_pictures (const BuoyVerdict *verdict);
BUOY_AVAILABLE_IN_0_2 void buoy_scan_without_pictures_async (GBytes *bytes, BuoyContext *context,
                                                             GCancellable *cancellable, GAsyncReadyCallback callback,
                                                             gpointer user_data);
BUOY_AVAILABLE_IN_0_2 BuoyVerdict *buoy_scan_finish (GAsyncResult *result, GError **error);

G_END_DECLS
