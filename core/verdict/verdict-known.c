/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which senders are known well enough that mild signs in their mail weigh less.
 */
#include "config.h"

#include "verdict/buoy-verdict-private.h"

#include "checks/remembered.h"
#include "registry/buoy-senders.h"

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
         && buoy_check_is_long_proven (&memory->sender);
}
