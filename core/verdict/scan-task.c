/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Keeps what a scan needs alive until its worker is done.
 */
#include "config.h"

#include "verdict/scan-task.h"

typedef struct
{
  BuoyScanFunc scan; /* one of three, the others NULL */
  BuoyRescanFunc rescan;
  BuoyRescanShownFunc rescan_shown;
  BuoyShown *shown; /* for rescan_shown; NULL */
  GBytes *bytes;
  BuoyContext *context; /* NULL */
  BuoyVerdict *before;  /* NULL for scan */
} ScanJob;

static void
scan_job_free (gpointer data)
{
  ScanJob *job = data;

  g_bytes_unref (job->bytes);
  g_clear_pointer (&job->shown, buoy_shown_unref);
  g_clear_pointer (&job->context, buoy_context_unref);
  g_clear_pointer (&job->before, buoy_verdict_unref);
  g_free (job);
}

static ScanJob *
scan_job_new (GBytes *bytes, BuoyContext *context)
{
  ScanJob *job = g_new0 (ScanJob, 1);

  job->bytes = g_bytes_ref (bytes);
  job->context = context != NULL ? buoy_context_ref (context) : NULL;
  return job;
}

GTask *
buoy_scan_task_new (BuoyScanFunc scan, GBytes *bytes, BuoyContext *context, GCancellable *cancellable,
                    GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  ScanJob *job = scan_job_new (bytes, context);

  job->scan = scan;
  g_task_set_task_data (task, job, scan_job_free);
  return task;
}

GTask *
buoy_scan_task_new_again (BuoyRescanFunc rescan, BuoyVerdict *verdict, GBytes *bytes, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  ScanJob *job = scan_job_new (bytes, NULL);

  job->rescan = rescan;
  job->before = buoy_verdict_ref (verdict);
  g_task_set_task_data (task, job, scan_job_free);
  return task;
}

GTask *
buoy_scan_task_new_shown (BuoyRescanShownFunc rescan, BuoyVerdict *verdict, GBytes *bytes, BuoyShown *shown,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = buoy_scan_task_new_again (NULL, verdict, bytes, cancellable, callback, user_data);
  ScanJob *job = g_task_get_task_data (task);

  job->rescan_shown = rescan;
  job->shown = buoy_shown_ref (shown);
  return task;
}

static BuoyVerdict *
run (const ScanJob *job, GCancellable *cancellable, GError **error)
{
  if (job->rescan != NULL)
    return job->rescan (job->before, job->bytes, cancellable, error);
  if (job->rescan_shown != NULL)
    return job->rescan_shown (job->before, job->bytes, job->shown, cancellable, error);
  return job->scan (job->bytes, job->context, cancellable, error);
}

static void
scan_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const ScanJob *job = data;
  GError *error = NULL;
  BuoyVerdict *verdict = run (job, cancellable, &error);

  if (verdict == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, verdict, (GDestroyNotify) buoy_verdict_unref);
}

void
buoy_scan_task_run (GTask *task)
{
  /* GTask loses the error if it is cancelled before it starts and return-on-cancel is set */
  if (!g_task_return_error_if_cancelled (task))
    g_task_run_in_thread (task, scan_in_thread);
}
