/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The steps after a first verdict, each a function that takes it and returns a new one.
 */
#include "config.h"

#include "net/buoy-scan-again.h"

#include "net/buoy-verify-private.h"
#include "verdict/scan-task.h"

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

static const BuoyRescanFunc steps[] = {
  [BUOY_SCAN_PICTURES] = buoy_scan_pictures,
  [BUOY_SCAN_POLICY] = ask_policy,
  [BUOY_SCAN_KEYS] = ask_keys,
};

/**
 * buoy_scan_again:
 * @verdict: an earlier verdict on the message
 * @bytes: exactly the bytes that it was made from; a changed byte breaks signatures
 * @step: what to add
 * @cancellable: (nullable): a cancellable; stops the picture decoder at once, and is checked between lookups, each of
 *   which may take seconds
 * @error: return location
 *
 * Analyses a message again in the calling thread, with the additional information that @step provides and the context
 * of the first scan. Any thread may call this. Errors: %G_IO_ERROR_CANCELLED.
 *
 * %BUOY_SCAN_PICTURES decodes QR codes in pictures and analyses their URLs as links. Codes can only add findings: the
 * level is never lower than that of @verdict. Takes at most two seconds of CPU time, usually far less, and stops after
 * thirty seconds on a busy machine; pictures that were not decoded are reported as the limit "qr".
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
 * Returns: (transfer full): a new verdict, or @verdict itself if there is nothing to look at; %NULL with @error set
 *
 * Since: 0.2
 */
BuoyVerdict *
buoy_scan_again (BuoyVerdict *verdict, GBytes *bytes, BuoyScanStep step, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (verdict != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail ((guint) step < G_N_ELEMENTS (steps), NULL);

  return steps[step](verdict, bytes, cancellable, error);
}

/**
 * buoy_scan_again_async:
 * @verdict: an earlier verdict on the message
 * @bytes: the bytes that it was made from
 * @step: what to add
 * @cancellable: (nullable): a cancellable; ends the call at once, even while waiting for a server
 * @callback: called in the caller's thread-default main context; call buoy_scan_finish() in it
 * @user_data: for @callback
 *
 * Runs buoy_scan_again() in a worker thread.
 *
 * Since: 0.2
 */
void
buoy_scan_again_async (BuoyVerdict *verdict, GBytes *bytes, BuoyScanStep step, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (verdict != NULL);
  g_return_if_fail (bytes != NULL);
  g_return_if_fail ((guint) step < G_N_ELEMENTS (steps));

  task = buoy_scan_task_new_again (steps[step], verdict, bytes, cancellable, callback, user_data);
  g_task_set_source_tag (task, buoy_scan_again_async);
  /* don't keep the caller waiting for a server; the picture decoder must stop before the task returns */
  g_task_set_return_on_cancel (task, step != BUOY_SCAN_PICTURES);
  buoy_scan_task_run (task);
}
