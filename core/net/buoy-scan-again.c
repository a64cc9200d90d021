/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The steps behind a first verdict, each a function of it.
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
 * @bytes: the bytes that it was made from, exactly: one changed letter breaks a signature
 * @step: what to look at
 * @cancellable: (nullable): a cancellable; it stops the decoder of pictures at once, and is asked between questions,
 *   each of which may take seconds
 * @error: return location
 *
 * Judges a message again in the calling thread, with what @step finds. It knows of the reader what the first scan knew.
 * Any thread may call it. Errors: %G_IO_ERROR_CANCELLED.
 *
 * %BUOY_SCAN_PICTURES looks for QR codes in the pictures, whose addresses are links. A code can accuse the sender, and
 * never excuse him: the level is never lower than that of @verdict. It takes two seconds of the processor's time at
 * most, mostly far less, and ends after thirty seconds on a busy machine; the limit "qr" tells of pictures that nobody
 * could look at by then.
 *
 * %BUOY_SCAN_POLICY asks only what cannot tell the sender that a message was looked at, for a host that asks by itself:
 * the policy of the organisation's own domain, under a name that is the same for all its mail. No key is asked for, nor
 * the policy of a sub-domain, which may have been made for one reader. So it never proves a sender; it may tell that a
 * message bears no signature of a domain that asks to refuse such mail. It also asks registries who registered the
 * domains of the server that handed the message in and of links that findings accuse, and when (RDAP); a registry
 * learns that somebody asks for the domain. %BELLBUOY_RDAP_SERVER names another one.
 *
 * %BUOY_SCAN_KEYS asks for the sender's policy, and for the keys of the sender's own signatures. To ask for a key
 * tells the signer that the message was looked at: so this is the reader's choice. A name that seems to be made for
 * one reader (it is very long, holds a long number, or names an addressee) is not asked for. It also asks registries,
 * as above, and name servers for the names of the server that handed the message in, unless the receiving side had
 * confirmed one. buoy_questions_new() tells beforehand what it asks.
 *
 * Questions take some five seconds at most, all of them; what was not answered by then could not be told. Answers are
 * kept for the lifetime that their server gives. The environment variable BELLBUOY_DNS_SERVER names another name server
 * than the system's, as "127.0.0.1:5300".
 *
 * Returns: (transfer full): another verdict, or @verdict itself where there is nothing to look at; %NULL with @error
 * set
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
 * @step: what to look at
 * @cancellable: (nullable): a cancellable; it ends the call at once, even while a server is waited for
 * @callback: called in the caller's main context, which ends this with buoy_scan_finish()
 * @user_data: for @callback
 *
 * Does what buoy_scan_again() does in a worker.
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
  /* whoever waits for a server is waited for by nobody; the decoder is stopped first */
  g_task_set_return_on_cancel (task, step != BUOY_SCAN_PICTURES);
  buoy_scan_task_run (task);
}
