/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The two steps of a scan in a worker, for a host that shows the first verdict while the second is being made.
 */
#include "config.h"

#include "verdict/scan-task.h"

/**
 * buoy_scan_without_pictures_async:
 * @bytes: a message as it came over the wire
 * @context: (nullable): what the host knows about the reader; not changed any more after this call
 * @cancellable: (nullable): a cancellable
 * @callback: called in the caller's main context, which ends this with buoy_scan_finish()
 * @user_data: for @callback
 *
 * Does what buoy_scan_without_pictures() does in a worker.
 *
 * Since: 1.0
 */
void
buoy_scan_without_pictures_async (GBytes *bytes, BuoyContext *context, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (bytes != NULL);

  task = buoy_scan_task_new (buoy_scan_without_pictures, bytes, context, cancellable, callback, user_data);
  g_task_set_source_tag (task, buoy_scan_without_pictures_async);
  buoy_scan_task_run (task);
}

/**
 * buoy_scan_pictures_async:
 * @verdict: what the first step gave
 * @bytes: the bytes that it was made from
 * @cancellable: (nullable): a cancellable
 * @callback: called in the caller's main context, which ends this with buoy_scan_finish()
 * @user_data: for @callback
 *
 * Does what buoy_scan_pictures() does in a worker.
 *
 * Since: 1.0
 */
void
buoy_scan_pictures_async (BuoyVerdict *verdict, GBytes *bytes, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (verdict != NULL);
  g_return_if_fail (bytes != NULL);

  task = buoy_scan_task_new_again (buoy_scan_pictures, verdict, bytes, cancellable, callback, user_data);
  g_task_set_source_tag (task, buoy_scan_pictures_async);
  buoy_scan_task_run (task);
}
