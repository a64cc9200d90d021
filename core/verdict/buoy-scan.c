/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * From bytes and context to a verdict. How that runs is hidden from hosts.
 */
#include "config.h"

#include "verdict/buoy-scan.h"

#include "verdict/buoy-judge.h"
#include "verdict/scan-task.h"

/**
 * buoy_scan_without_pictures:
 * @bytes: a message as it came over the wire (RFC 5322), of any size
 * @context: (nullable): what the host knows about the reader
 * @cancellable: (nullable): a cancellable; stops the work within milliseconds
 * @error: return location
 *
 * Analyses a message in the calling thread, offline, but for the QR codes in its pictures, which take many times as
 * long as all else. For a host whose reader is waiting: it shows this verdict, and puts that of buoy_scan_again() in
 * its place. Any thread may call it, several at once too.
 * Errors: %BUOY_ERROR_EMPTY, %BUOY_ERROR_NOT_MAIL, %BUOY_ERROR_TOO_COMPLEX, %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the verdict, or %NULL with @error set
 *
 * Since: 0.2
 */
BuoyVerdict *
buoy_scan_without_pictures (GBytes *bytes, BuoyContext *context, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return buoy_judge (bytes, context, NULL, NULL, NULL, cancellable, error);
}

/**
 * buoy_scan:
 * @bytes: a message as it came over the wire (RFC 5322), of any size
 * @context: (nullable): what the host knows about the reader
 * @cancellable: (nullable): a cancellable; stops the work, that of the decoder of pictures too
 * @error: return location
 *
 * Analyses a message in the calling thread, offline, QR codes in pictures included: both steps in one. Any thread may
 * call it, several at once too. Errors as of buoy_scan_without_pictures().
 *
 * Returns: (transfer full): the verdict, or %NULL with @error set
 *
 * Since: 0.2
 */
BuoyVerdict *
buoy_scan (GBytes *bytes, BuoyContext *context, GCancellable *cancellable, GError **error)
{
  g_autoptr (BuoyVerdict) first = buoy_scan_without_pictures (bytes, context, cancellable, error);

  return first != NULL ? buoy_scan_pictures (first, bytes, cancellable, error) : NULL;
}

/**
 * buoy_scan_without_pictures_async:
 * @bytes: a message as it came over the wire
 * @context: (nullable): what the host knows about the reader; not changed any more after this call
 * @cancellable: (nullable): a cancellable
 * @callback: called in the caller's main context, which ends this with buoy_scan_finish()
 * @user_data: for @callback
 *
 * Does what buoy_scan_without_pictures() does in a worker. The caller's thread is not held up.
 *
 * Since: 0.2
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
 * buoy_scan_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Ends buoy_scan_without_pictures_async() or buoy_scan_again_async(); errors as of buoy_scan().
 *
 * Returns: (transfer full): the verdict, or %NULL with @error set
 *
 * Since: 0.2
 */
BuoyVerdict *
buoy_scan_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
