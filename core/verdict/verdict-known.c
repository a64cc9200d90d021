/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which senders are known well enough that mild signs in their mail weigh less.
 */
#include "config.h"

#include "verdict/buoy-verdict-private.h"

#include "registry/buoy-senders.h"

#define MIN_PROVEN 3       /* messages */
#define MIN_DAYS 3         /* on which they came */
#define MIN_PERIOD_DAYS 30 /* from the first to the newest */

static gboolean
is_long_proven (const BuoySenderRecord *sender)
{
  return sender->n_proven >= MIN_PROVEN && sender->n_days >= MIN_DAYS
         && sender->last_proven >= sender->first_proven + MIN_PERIOD_DAYS && !sender->was_warned;
}

/* A service's domain is proven for whoever pays for an account there. */
static gboolean
is_shared (const BuoyEvidence *evidence)
{
  return buoy_evidence_is_anonymous (evidence) || buoy_senders_find_by_host (evidence->from_domain) != NULL;
}

/* Excuse: none: only a proven domain is asked about in the account's memory. */
gboolean
buoy_verdict_knows_sender (const BuoyEvidence *evidence)
{
  const BuoySenderMemory *memory = evidence->context != NULL ? evidence->context->sender : NULL;

  return memory != NULL && evidence->auth.state == BUOY_AUTH_PASS && !is_shared (evidence)
         && is_long_proven (&memory->sender);
}
