/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Makes the lookups, then analyses the message again with the answers.
 */
#include "config.h"

#include "net/buoy-ask.h"
#include "net/buoy-verify-private.h"
#include "verdict/buoy-judge.h"

#define ALL_PATIENCE_US (5 * G_USEC_PER_SEC) /* per message; readers have moved on by then */

static void
ask_sender (BuoyAsk *ask, GBytes *bytes, BuoyVerification *verification)
{
  verification->unable = !buoy_ask_is_possible ();
  ask->from_domain = ask->questions->sender;
  if (verification->unable || ask->from_domain == NULL)
    return;
  verification->asked_sender = TRUE;
  buoy_ask_dmarc (ask, verification);
  buoy_ask_dkim (ask, bytes, verification);
}

/* Never fails: what could not be looked up stays unknown. */
static BuoyVerification *
ask_about (const BuoyVerdict *offline, GBytes *bytes, BuoyAskScope scope, BuoyResolver *resolver, BuoyLookup *lookup,
           GCancellable *cancellable)
{
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const BuoyFacts *facts = offline->facts;
  BuoyVerification *verification = buoy_verification_new ();
  g_autoptr (BuoyQuestions) questions = buoy_questions_new (offline);
  BuoyAsk ask = {
    .scope = scope,
    .questions = questions,
    .resolver = resolver,
    .lookup = lookup,
    .cancellable = cancellable,
    .deadline_us = g_get_monotonic_time () + ALL_PATIENCE_US,
    .facts = facts,
    .context = offline->context,
    /* a signature that expired after delivery was valid when it mattered (RFC 6376 §3.5, x=) */
    .delivered = facts->delivered != 0 ? MIN (now, facts->delivered) : now,
  };
  GPtrArray *registries;

  registries = buoy_ask_registries_begin (&ask);
  ask_sender (&ask, bytes, verification);
  buoy_ask_server (&ask, verification);
  buoy_ask_places (&ask, verification);
  buoy_ask_registries_finish (&ask, registries, verification);
  return verification;
}

BuoyVerdict *
buoy_verify_again_with (BuoyVerdict *verdict, GBytes *bytes, BuoyAskScope scope, BuoyResolver *resolver,
                        BuoyLookup *lookup, GCancellable *cancellable, GError **error)
{
  g_autoptr (BuoyVerification) verification = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  verification = ask_about (verdict, bytes, scope, resolver, lookup, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return buoy_judge_again (verdict, bytes, verdict->shown, verdict->facts->pictures, verification, cancellable, error);
}
