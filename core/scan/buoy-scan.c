/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A verdict is judged first, then judged again by each step that a caller asks for: a function that takes a verdict and
 * returns a new one.
 */
#include "config.h"

#include "scan/buoy-scan.h"

#include "net/buoy-verify-private.h"
#include "verdict/buoy-judge.h"

#define LOOKUPS (BUOY_SCAN_POLICY | BUOY_SCAN_KEYS)

static BuoyVerdict *
ask_policy (BuoyVerdict *verdict, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  return buoy_verify_again_with (verdict, bytes, BUOY_ASK_POLICY, buoy_resolver_get_default (),
                                 buoy_lookup_get_default (), cancellable, error);
}

static BuoyVerdict *
ask_keys (BuoyVerdict *verdict, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  return buoy_verify_again_with (verdict, bytes, BUOY_ASK_KEYS, buoy_resolver_get_default (),
                                 buoy_lookup_get_default (), cancellable, error);
}

static const struct
{
  BuoyScanFlags flag;
  BuoyVerdict *(*judge) (BuoyVerdict *verdict, GBytes *bytes, GCancellable *cancellable, GError **error);
} steps[] = {
  { BUOY_SCAN_PICTURES, buoy_scan_pictures },
  { BUOY_SCAN_POLICY, ask_policy },
  { BUOY_SCAN_KEYS, ask_keys },
};

/* @verdict: (transfer full) (nullable): NULL if @error is set */
static BuoyVerdict *
take_steps (BuoyVerdict *verdict, GBytes *bytes, BuoyScanFlags flags, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps) && verdict != NULL; i++)
    if ((flags & steps[i].flag) != 0)
      {
        g_autoptr (BuoyVerdict) before = verdict;

        verdict = steps[i].judge (before, bytes, cancellable, error);
      }
  return verdict;
}

/**
 * buoy_scan:
 * @bytes: a message as it came over the wire (RFC 5322), of any size
 * @context: (nullable): what the host knows about the reader
 * @flags: what to do besides judging the text of the message
 * @cancellable: (nullable): a cancellable; stops the work within milliseconds, except while waiting for a server
 * @error: return location
 *
 * Analyses a message in the calling thread. Any thread may call it, several at once too. A host whose reader is waiting
 * calls it without @flags, shows that verdict, and puts that of buoy_scan_again() in its place; others pass
 * %BUOY_SCAN_PICTURES, without which codes in pictures are not found.
 *
 * Errors: %BUOY_ERROR_EMPTY, %BUOY_ERROR_NOT_MAIL, %BUOY_ERROR_TOO_COMPLEX, %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the verdict, or %NULL with @error set
 *
 * Since: 0.2
 */
BuoyVerdict *
buoy_scan (GBytes *bytes, BuoyContext *context, BuoyScanFlags flags, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return take_steps (buoy_judge (bytes, context, NULL, NULL, NULL, cancellable, error), bytes, flags, cancellable,
                     error);
}

/**
 * buoy_scan_again:
 * @verdict: an earlier verdict on the message
 * @bytes: exactly the bytes that it was made from; a changed byte breaks signatures
 * @shown: (nullable): what the mail program displays of the message
 * @flags: what to add
 * @cancellable: (nullable): a cancellable; stops the picture decoder at once, and is checked between lookups, each of
 *   which may take seconds
 * @error: return location
 *
 * Analyses a message again in the calling thread, with additional information, the context of the first scan and what
 * @verdict knows already. Any thread may call this. Error: %G_IO_ERROR_CANCELLED.
 *
 * What is displayed (@shown) is judged beside what is in the bytes. It may accuse and never excuses: the level is not
 * lower than that of @verdict, and a link that is not displayed is judged all the same. @shown takes the place of what
 * @verdict may know of the same kind.
 *
 * %BUOY_SCAN_PICTURES can only add findings: the level is never lower than that of @verdict. Takes at most two seconds
 * of CPU time, usually far less, and stops after thirty seconds on a busy machine; pictures that were not decoded are
 * reported as the limit "qr".
 *
 * %BUOY_SCAN_POLICY makes only lookups that cannot tell the sender that the message was read, for clients that look up
 * without being asked. It looks up the policy of the organisation's own domain, a name that is the same for all its
 * mail, but neither keys nor the policy of a subdomain, which may have been made for one reader. It therefore never
 * authenticates a sender; it may find that a message has no signature of a domain that asks receivers to reject such
 * mail. It also asks registries (RDAP) who registered the domains of the server that delivered the message and of
 * suspicious links, and when; a registry sees that somebody asks for the domain. %BELLBUOY_RDAP_SERVER sets another
 * server for all domains.
 *
 * %BUOY_SCAN_KEYS looks up the sender's policy and the keys of the sender's own signatures. Looking up a key may tell
 * the signer that the message was read, so this requires the reader's consent. Names that seem to be made for one
 * reader (very long, containing a long number, or naming an addressee) are not looked up. It also asks registries, as
 * above, and looks up the names of the server that delivered the message, unless the receiving side confirmed one.
 *
 * All lookups together take about five seconds at most; what is not answered by then counts as unknown. Answers are
 * cached for their TTL. The environment variable BELLBUOY_DNS_SERVER sets another name server, such as
 * "127.0.0.1:5300".
 *
 * Returns: (transfer full): a new verdict, or @verdict itself if there is nothing to add; %NULL with @error set
 *
 * Since: 0.2
 */
BuoyVerdict *
buoy_scan_again (BuoyVerdict *verdict, GBytes *bytes, BuoyShown *shown, BuoyScanFlags flags, GCancellable *cancellable,
                 GError **error)
{
  BuoyVerdict *first;

  g_return_val_if_fail (verdict != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  first = shown != NULL ? buoy_scan_shown (verdict, bytes, shown, cancellable, error) : buoy_verdict_ref (verdict);
  return take_steps (first, bytes, flags, cancellable, error);
}

/* What a scan in a worker thread needs until it is done. */
typedef struct
{
  GBytes *bytes;
  BuoyContext *context; /* NULL */
  BuoyVerdict *before;  /* NULL for the first verdict */
  BuoyShown *shown;     /* NULL */
  BuoyScanFlags flags;
} ScanJob;

static void
scan_job_free (gpointer data)
{
  ScanJob *job = data;

  g_bytes_unref (job->bytes);
  g_clear_pointer (&job->context, buoy_context_unref);
  g_clear_pointer (&job->before, buoy_verdict_unref);
  g_clear_pointer (&job->shown, buoy_shown_unref);
  g_free (job);
}

static ScanJob *
scan_job_new (GBytes *bytes, BuoyScanFlags flags)
{
  ScanJob *job = g_new0 (ScanJob, 1);

  job->bytes = g_bytes_ref (bytes);
  job->flags = flags;
  return job;
}

static void
scan_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const ScanJob *job = data;
  GError *error = NULL;
  BuoyVerdict *verdict = job->before == NULL
                             ? buoy_scan (job->bytes, job->context, job->flags, cancellable, &error)
                             : buoy_scan_again (job->before, job->bytes, job->shown, job->flags, cancellable, &error);

  if (verdict == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, verdict, (GDestroyNotify) buoy_verdict_unref);
}

/* @job: (transfer full) */
static void
start (ScanJob *job, gpointer tag, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, scan_job_free);
  /* don't keep the caller waiting for a server; the picture decoder must stop before the task returns */
  g_task_set_return_on_cancel (task, (job->flags & LOOKUPS) != 0 && (job->flags & BUOY_SCAN_PICTURES) == 0);
  /* GTask loses the error if it is cancelled before it starts and return-on-cancel is set */
  if (!g_task_return_error_if_cancelled (task))
    g_task_run_in_thread (task, scan_in_thread);
}

/**
 * buoy_scan_async:
 * @bytes: a message as it came over the wire
 * @context: (nullable): what the host knows about the reader; not changed any more after this call
 * @flags: what to do besides judging the text of the message
 * @cancellable: (nullable): a cancellable
 * @callback: called in the caller's thread-default main context; call buoy_scan_finish() in it
 * @user_data: for @callback
 *
 * Runs buoy_scan() in a worker thread.
 *
 * Since: 0.2
 */
void
buoy_scan_async (GBytes *bytes, BuoyContext *context, BuoyScanFlags flags, GCancellable *cancellable,
                 GAsyncReadyCallback callback, gpointer user_data)
{
  ScanJob *job;

  g_return_if_fail (bytes != NULL);

  job = scan_job_new (bytes, flags);
  job->context = context != NULL ? buoy_context_ref (context) : NULL;
  start (job, buoy_scan_async, cancellable, callback, user_data);
}

/**
 * buoy_scan_again_async:
 * @verdict: an earlier verdict on the message
 * @bytes: the bytes that it was made from
 * @shown: (nullable): what the mail program displays of the message; not changed any more after this call
 * @flags: what to add
 * @cancellable: (nullable): a cancellable; ends the call at once, even while waiting for a server
 * @callback: called in the caller's thread-default main context; call buoy_scan_finish() in it
 * @user_data: for @callback
 *
 * Runs buoy_scan_again() in a worker thread.
 *
 * Since: 0.2
 */
void
buoy_scan_again_async (BuoyVerdict *verdict, GBytes *bytes, BuoyShown *shown, BuoyScanFlags flags,
                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  ScanJob *job;

  g_return_if_fail (verdict != NULL);
  g_return_if_fail (bytes != NULL);

  job = scan_job_new (bytes, flags);
  job->before = buoy_verdict_ref (verdict);
  job->shown = shown != NULL ? buoy_shown_ref (shown) : NULL;
  start (job, buoy_scan_again_async, cancellable, callback, user_data);
}

/**
 * buoy_scan_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Ends buoy_scan_async() or buoy_scan_again_async(). Errors as of these without `_async`.
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
