/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A scan in a worker, offline or with DNS lookups.
 */
#pragma once

#include "verdict/buoy-scan.h"

typedef BuoyVerdict *(*BuoyScanFunc) (GBytes *bytes, BuoyContext *context, GCancellable *cancellable, GError **error);

/* A task that returns the result of @scan for @bytes; start it with buoy_scan_task_run(). (transfer full) */
GTask *buoy_scan_task_new (BuoyScanFunc scan, GBytes *bytes, BuoyContext *context, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data);

typedef BuoyVerdict *(*BuoyRescanFunc) (BuoyVerdict *verdict, GBytes *bytes, GCancellable *cancellable, GError **error);

/* The same with the result of @rescan for an earlier verdict on @bytes. (transfer full) */
GTask *buoy_scan_task_new_again (BuoyRescanFunc rescan, BuoyVerdict *verdict, GBytes *bytes, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);

typedef BuoyVerdict *(*BuoyRescanShownFunc) (BuoyVerdict *verdict, GBytes *bytes, BuoyShown *shown,
                                             GCancellable *cancellable, GError **error);

/* The same with what a mail program displays. (transfer full) */
GTask *buoy_scan_task_new_shown (BuoyRescanShownFunc rescan, BuoyVerdict *verdict, GBytes *bytes, BuoyShown *shown,
                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

void buoy_scan_task_run (GTask *task);
