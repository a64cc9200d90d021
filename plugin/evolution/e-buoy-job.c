/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One task from beginning to end, words included: each return to the main thread would hold that up a little.
 */
#include "config.h"

#include "e-buoy-job.h"

#include "e-buoy-context.h"

typedef struct
{
  EBuoyMessage *message;
  EBuoyContext *context; /* NULL where there is a verdict, which has its own */
  BuoyVerdict *before; /* NULL */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  e_buoy_message_free (job->message);
  g_clear_pointer (&job->context, e_buoy_context_free);
  g_clear_pointer (&job->before, buoy_verdict_unref);
  g_free (job);
}

void
e_buoy_answer_free (EBuoyAnswer *answer)
{
  buoy_verdict_unref (answer->verdict);
  buoy_notice_unref (answer->notice);
  g_free (answer);
}

static BuoyVerdict *
judge (const Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (BuoyContext) context = NULL;
  g_autoptr (GBytes) bytes = e_buoy_message_read (job->message, cancellable, error);

  if (bytes == NULL)
    return NULL;
  if (job->before != NULL)
    return buoy_verify_again (job->before, bytes, cancellable, error);
  context = e_buoy_context_complete (job->context);
  return buoy_scan (bytes, context, cancellable, error);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  BuoyVerdict *verdict = judge (data, cancellable, &error);
  EBuoyAnswer *answer;

  if (verdict == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  answer = g_new (EBuoyAnswer, 1);
  *answer = (EBuoyAnswer){ verdict, buoy_notice_new (verdict) };
  g_task_return_pointer (task, answer, (GDestroyNotify) e_buoy_answer_free);
}

void
e_buoy_job_run_async (EBuoyMessage *message, BuoyVerdict *before, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->message = message;
  if (before != NULL)
    job->before = buoy_verdict_ref (before);
  else
    job->context = e_buoy_context_new (e_buoy_message_get_account (message));
  g_task_set_source_tag (task, e_buoy_job_run_async);
  g_task_set_task_data (task, job, job_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, run_in_thread);
}

EBuoyAnswer *
e_buoy_job_run_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
