/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * From bytes and context to a verdict. How that runs (in a thread now) is hidden from hosts.
 */
#include "config.h"

#include "verdict/buoy-scan.h"

#include "verdict/buoy-verdict-private.h"
#include "verdict/scan-task.h"

/* An earlier look at the pictures, told once more. */
typedef struct
{
  const GPtrArray *seen; /* of BuoyPictureFacts */
  guint n_told;
} Replay;

static gboolean
look_again (const GPtrArray *pictures, GPtrArray *texts, gpointer user_data)
{
  Replay *replay = user_data;
  const BuoyPictureFacts *facts;

  if (replay->n_told >= replay->seen->len)
    return FALSE;
  facts = g_ptr_array_index (replay->seen, replay->n_told++);
  for (guint i = 0; i < facts->codes->len; i++)
    g_ptr_array_add (texts, g_strdup (g_ptr_array_index (facts->codes, i)));
  return facts->complete;
}

static BuoyMessage *
read_message (GBytes *bytes, const GPtrArray *pictures, GCancellable *cancellable, GError **error)
{
  g_autoptr (BuoyBudget) budget = buoy_budget_new (cancellable);
  g_autoptr (BuoyMessage) message = NULL;
  g_autoptr (GError) unreadable = NULL;
  Replay replay = { pictures, 0 };

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  message = buoy_message_new_with_pictures (bytes, budget, pictures != NULL ? look_again : NULL, &replay, &unreadable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (message == NULL)
    g_propagate_error (error, g_steal_pointer (&unreadable));
  return g_steal_pointer (&message);
}

static gpointer
copy_picture_facts (gconstpointer source, gpointer unused)
{
  const BuoyPictureFacts *facts = source;
  BuoyPictureFacts *copy = buoy_picture_facts_new ();

  copy->complete = facts->complete;
  for (guint i = 0; i < facts->codes->len; i++)
    g_ptr_array_add (copy->codes, g_strdup (g_ptr_array_index (facts->codes, i)));
  return copy;
}

BuoyVerdict *
buoy_verdict_of_bytes (GBytes *bytes, BuoyContext *context, BuoyShown *shown, const GPtrArray *pictures,
                       BuoyVerification *verification, GCancellable *cancellable, GError **error)
{
  g_autoptr (BuoyMessage) message = read_message (bytes, pictures, cancellable, error);
  g_autoptr (BuoyVerdict) verdict = NULL;

  if (message == NULL)
    return NULL;
  if (shown != NULL)
    buoy_message_join_shown (message, shown);
  verdict = buoy_verdict_of_message (message, context, verification, cancellable, error);
  if (verdict != NULL && pictures != NULL)
    verdict->facts->pictures = g_ptr_array_copy ((GPtrArray *) pictures, copy_picture_facts, NULL);
  return g_steal_pointer (&verdict);
}

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

  return buoy_verdict_of_bytes (bytes, context, NULL, NULL, NULL, cancellable, error);
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
