/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The verdict on a message as its bytes have it and as a mail program displays it: one reading made of both, judged by
 * the same rules.
 */
#include "config.h"

#include "verdict/buoy-scan.h"

#include "verdict/buoy-judge.h"
#include "verdict/scan-task.h"

/**
 * buoy_scan_shown:
 * @bytes: a message as it came over the wire (RFC 5322), of any size
 * @shown: what the mail program displays of it
 * @context: (nullable): what the host knows about the reader
 * @cancellable: (nullable): a cancellable; stops the work within milliseconds
 * @error: return location
 *
 * Does what buoy_scan_without_pictures() does, then what buoy_scan_shown_again() does: both steps in one. Errors as of
 * buoy_scan_without_pictures().
 *
 * Returns: (transfer full): the verdict, or %NULL with @error set
 *
 * Since: 0.2
 */
BuoyVerdict *
buoy_scan_shown (GBytes *bytes, BuoyShown *shown, BuoyContext *context, GCancellable *cancellable, GError **error)
{
  g_autoptr (BuoyVerdict) of_bytes = NULL;

  g_return_val_if_fail (bytes != NULL && shown != NULL, NULL);

  of_bytes = buoy_scan_without_pictures (bytes, context, cancellable, error);
  return of_bytes != NULL ? buoy_scan_shown_again (of_bytes, bytes, shown, cancellable, error) : NULL;
}

/**
 * buoy_scan_shown_again:
 * @verdict: an earlier verdict on the message
 * @bytes: the bytes that it was made from
 * @shown: what the mail program displays of the message
 * @cancellable: (nullable): a cancellable; stops the work within milliseconds
 * @error: return location
 *
 * Judges what the mail program displays beside what is in the bytes, in the calling thread. It knows what @verdict
 * knows of the reader, of pictures and of name servers. What is displayed may accuse and never excuses: the level is
 * not lower than that of @verdict, and a link that is not displayed is judged all the same. @shown takes the place of
 * what @verdict may know of the same kind. Error: %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): another verdict, or @verdict itself where there is nothing to add; %NULL with @error set
 *
 * Since: 0.2
 */
BuoyVerdict *
buoy_scan_shown_again (BuoyVerdict *verdict, GBytes *bytes, BuoyShown *shown, GCancellable *cancellable, GError **error)
{
  g_autoptr (BuoyVerdict) second = NULL;

  g_return_val_if_fail (verdict != NULL && bytes != NULL && shown != NULL, NULL);

  second
      = buoy_judge_again (verdict, bytes, shown, verdict->facts->pictures, verdict->verification, cancellable, error);
  if (second != NULL && second->level < verdict->level)
    return buoy_verdict_ref (verdict);
  return g_steal_pointer (&second);
}

/**
 * buoy_scan_shown_again_async:
 * @verdict: an earlier verdict on the message
 * @bytes: the bytes that it was made from
 * @shown: what the mail program displays of the message; not changed any more after this call
 * @cancellable: (nullable): a cancellable
 * @callback: called in the caller's main context, which ends this with buoy_scan_finish()
 * @user_data: for @callback
 *
 * Does what buoy_scan_shown_again() does in a worker.
 *
 * Since: 0.2
 */
void
buoy_scan_shown_again_async (BuoyVerdict *verdict, GBytes *bytes, BuoyShown *shown, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (verdict != NULL && bytes != NULL && shown != NULL);

  task = buoy_scan_task_new_shown (buoy_scan_shown_again, verdict, bytes, shown, cancellable, callback, user_data);
  g_task_set_source_tag (task, buoy_scan_shown_again_async);
  buoy_scan_task_run (task);
}
