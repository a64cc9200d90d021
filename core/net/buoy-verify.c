/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Asks, then judges again with the answers. A message with several authors, or none, has no domain to ask about.
 */
#include "config.h"

#include "net/buoy-ask.h"
#include "net/buoy-verify-private.h"
#include "verdict/scan-task.h"

#define ALL_PATIENCE_US (10 * G_USEC_PER_SEC) /* for one message; readers have gone on by then */

/* When the newest Received line was written, which is the reader's side's: a signature that has expired since then
 * held when it counted (RFC 6376 §3.5, x=).
 */
static gint64
delivery_time (const BuoyMessage *message)
{
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const BuoyReceived *line;

  if (message->received->len == 0)
    return now;
  line = g_ptr_array_index (message->received, 0);
  return line->date != NULL ? MIN (now, g_date_time_to_unix (line->date)) : now;
}

/* Never fails: what could not be asked is unknown. */
static BuoyVerification *
ask_about (const BuoyEvidence *evidence, GBytes *bytes, BuoyAskScope scope, BuoyResolver *resolver,
           GCancellable *cancellable)
{
  const BuoyMessage *message = evidence->message;
  BuoyVerification *verification = buoy_verification_new ();
  BuoyAsk ask = {
    .scope = scope,
    .resolver = resolver,
    .cancellable = cancellable,
    .deadline_us = g_get_monotonic_time () + ALL_PATIENCE_US,
    .message = message,
    .context = evidence->context,
    .delivered = delivery_time (message),
  };
  const BuoyMailbox *author;

  verification->unable = !buoy_ask_is_possible ();
  if (verification->unable || message->n_from_headers != 1 || message->from->len != 1)
    return verification;
  author = g_ptr_array_index (message->from, 0);
  ask.from_domain = author->domain;
  if (ask.from_domain == NULL)
    return verification;
  buoy_ask_dmarc (&ask, verification);
  buoy_ask_dkim (&ask, bytes, verification);
  return verification;
}

BuoyVerdict *
buoy_verify_again_with (BuoyVerdict *verdict, GBytes *bytes, BuoyAskScope scope, BuoyResolver *resolver,
                        GCancellable *cancellable, GError **error)
{
  BuoyMessage *message = verdict->evidence->message;
  g_autoptr (BuoyVerification) verification = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  verification = ask_about (verdict->evidence, bytes, scope, resolver, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return buoy_verdict_of_message (message, verdict->evidence->context, verification, cancellable, error);
}

BuoyVerdict *
buoy_verify_with (GBytes *bytes, BuoyContext *context, BuoyResolver *resolver, GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (BuoyVerdict) offline = buoy_scan (bytes, context, cancellable, error);

  if (offline == NULL)
    return NULL;
  return buoy_verify_again_with (offline, bytes, BUOY_ASK_KEYS, resolver, cancellable, error);
}

/**
 * buoy_verify:
 * @bytes: a message exactly as it came over the wire, or with bare line feeds; one changed letter breaks a signature
 * @context: (nullable): what the host knows about the reader
 * @cancellable: (nullable): a cancellable; asked between the steps, and a question may take seconds
 * @error: return location
 *
 * Analyses a message in the calling thread and asks the name servers about its sender: its policy (RFC 7489) and the
 * keys of the sender's own signatures (RFC 6376). To ask for a key tells the signer that the message was looked at: so
 * this is the reader's choice, and buoy_verify_policy() is there for a host that asks by itself. A name that seems to
 * be made for one reader (it is very long, holds a long number, or names an addressee) is not asked for. It
 * takes at most some ten seconds; what was not answered by then could not be told.
 * Answers are kept for the lifetime that their server gives. The environment variable BELLBUOY_DNS_SERVER names another
 * name server than the system's, as "127.0.0.1:5300". Errors as of buoy_scan().
 *
 * Returns: (transfer full): the verdict, or %NULL with @error set
 *
 * Since: 1.0
 */
BuoyVerdict *
buoy_verify (GBytes *bytes, BuoyContext *context, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return buoy_verify_with (bytes, context, buoy_resolver_get_default (), cancellable, error);
}

/**
 * buoy_verify_again:
 * @verdict: what an offline scan of the message amounts to
 * @bytes: the bytes that it was made from, for the signatures
 * @cancellable: (nullable): a cancellable, as for buoy_verify()
 * @error: return location
 *
 * Does what buoy_verify() does with what @verdict was made of: the message is not read, and its pictures are not looked
 * into, a second time. It knows of the reader what that scan knew. Errors: %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): another verdict, or %NULL with @error set
 *
 * Since: 1.0
 */
BuoyVerdict *
buoy_verify_again (BuoyVerdict *verdict, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (verdict != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  return buoy_verify_again_with (verdict, bytes, BUOY_ASK_KEYS, buoy_resolver_get_default (), cancellable, error);
}

/**
 * buoy_verify_policy:
 * @verdict: what an offline scan of the message amounts to
 * @bytes: the bytes that it was made from
 * @cancellable: (nullable): a cancellable, as for buoy_verify()
 * @error: return location
 *
 * Asks only what cannot tell the sender that a message was looked at, for a host that asks by itself: the policy of the
 * organisation's own domain (RFC 7489), under a name that is the same for all its mail. No key is asked for, nor the
 * policy of a sub-domain, which may have been made for one reader. So it never proves a sender; it may tell that a
 * message bears no signature of a domain that asks to refuse such mail. Errors: %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): another verdict, or %NULL with @error set
 *
 * Since: 1.0
 */
BuoyVerdict *
buoy_verify_policy (BuoyVerdict *verdict, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (verdict != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  return buoy_verify_again_with (verdict, bytes, BUOY_ASK_POLICY, buoy_resolver_get_default (), cancellable, error);
}

/**
 * buoy_verify_async:
 * @bytes: a message exactly as it came over the wire
 * @context: (nullable): what the host knows about the reader; not changed any more after this call
 * @cancellable: (nullable): a cancellable; it ends the call at once, even while a server is waited for
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Does what buoy_verify() does in a worker. A host shows the verdict of buoy_scan_async() at once and puts this one in
 * its place.
 *
 * Since: 1.0
 */
void
buoy_verify_async (GBytes *bytes, BuoyContext *context, GCancellable *cancellable, GAsyncReadyCallback callback,
                   gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (bytes != NULL);

  task = buoy_scan_task_new (buoy_verify, bytes, context, cancellable, callback, user_data);
  g_task_set_source_tag (task, buoy_verify_async);
  g_task_set_return_on_cancel (task, TRUE);
  buoy_scan_task_run (task);
}

/* Takes @rescan's task away from whoever waits for a server, once it is cancelled. */
static void
verify_in_worker (BuoyRescanFunc rescan, BuoyVerdict *verdict, GBytes *bytes, GCancellable *cancellable,
                  GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = buoy_scan_task_new_again (rescan, verdict, bytes, cancellable, callback, user_data);

  g_task_set_source_tag (task, verify_in_worker);
  g_task_set_return_on_cancel (task, TRUE);
  buoy_scan_task_run (task);
}

/**
 * buoy_verify_again_async:
 * @verdict: what an offline scan of the message amounts to
 * @bytes: the bytes that it was made from
 * @cancellable: (nullable): a cancellable, as for buoy_verify_async()
 * @callback: called in the caller's main context, which ends this with buoy_verify_finish()
 * @user_data: for @callback
 *
 * Does what buoy_verify_again() does in a worker.
 *
 * Since: 1.0
 */
void
buoy_verify_again_async (BuoyVerdict *verdict, GBytes *bytes, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (verdict != NULL);
  g_return_if_fail (bytes != NULL);

  verify_in_worker (buoy_verify_again, verdict, bytes, cancellable, callback, user_data);
}

/**
 * buoy_verify_policy_async:
 * @verdict: what an offline scan of the message amounts to
 * @bytes: the bytes that it was made from
 * @cancellable: (nullable): a cancellable, as for buoy_verify_async()
 * @callback: called in the caller's main context, which ends this with buoy_verify_finish()
 * @user_data: for @callback
 *
 * Does what buoy_verify_policy() does in a worker.
 *
 * Since: 1.0
 */
void
buoy_verify_policy_async (BuoyVerdict *verdict, GBytes *bytes, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (verdict != NULL);
  g_return_if_fail (bytes != NULL);

  verify_in_worker (buoy_verify_policy, verdict, bytes, cancellable, callback, user_data);
}

/**
 * buoy_verify_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Ends buoy_verify_async(); errors as of buoy_scan().
 *
 * Returns: (transfer full): the verdict, or %NULL with @error set
 *
 * Since: 1.0
 */
BuoyVerdict *
buoy_verify_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
