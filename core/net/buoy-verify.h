/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The analysis with DNS lookups, if the reader allows them. A second verdict: the offline one is shown first, and the
 * host replaces it.
 */
#pragma once

#include <gio/gio.h>

#include "buoy-context.h"
#include "verdict/buoy-verdict.h"

G_BEGIN_DECLS

BUOY_AVAILABLE_IN_1_0 BuoyVerdict *buoy_verify (GBytes *bytes, BuoyContext *context, GCancellable *cancellable,
                                                GError **error);
BUOY_AVAILABLE_IN_1_0 BuoyVerdict *buoy_verify_again (BuoyVerdict *verdict, GBytes *bytes, GCancellable *cancellable,
                                                      GError **error);
BUOY_AVAILABLE_IN_1_0 BuoyVerdict *buoy_verify_policy (BuoyVerdict *verdict, GBytes *bytes, GCancellable *cancellable,
                                                       GError **error);
BUOY_AVAILABLE_IN_1_0 void buoy_verify_async (GBytes *bytes, BuoyContext *context, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer user_data);
BUOY_AVAILABLE_IN_1_0 void buoy_verify_again_async (BuoyVerdict *verdict, GBytes *bytes, GCancellable *cancellable,
                                                    GAsyncReadyCallback callback, gpointer user_data);
BUOY_AVAILABLE_IN_1_0 void buoy_verify_policy_async (BuoyVerdict *verdict, GBytes *bytes, GCancellable *cancellable,
                                                     GAsyncReadyCallback callback, gpointer user_data);
BUOY_AVAILABLE_IN_1_0 BuoyVerdict *buoy_verify_finish (GAsyncResult *result, GError **error);

G_END_DECLS
