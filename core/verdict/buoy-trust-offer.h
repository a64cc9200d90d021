/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether the reader can trust the sender of a message, which requires that the sender is authenticated.
 */
#pragma once

#include "buoy-for-hosts.h"
#include "verdict/buoy-verdict.h"

G_BEGIN_DECLS

/*< private >
 * BuoyTrust:
 * @BUOY_TRUST_POSSIBLE: the From domain is proven and can be trusted
 * @BUOY_TRUST_GIVEN: the context trusts it already, and it is proven
 * @BUOY_TRUST_UNPROVEN: nothing proves the From domain
 * @BUOY_TRUST_FAILED: the From domain's check failed
 * @BUOY_TRUST_SHARED: anybody can have an address in the From domain
 * @BUOY_TRUST_BARRED: the sender is disguised; buoy_verdict_explain_trust() says how
 *
 * How the reader's trust stands to the sender of a message.
 */
typedef enum
{
  BUOY_TRUST_POSSIBLE,
  BUOY_TRUST_GIVEN,
  BUOY_TRUST_UNPROVEN,
  BUOY_TRUST_FAILED,
  BUOY_TRUST_SHARED,
  BUOY_TRUST_BARRED
} BuoyTrust;

BUOY_FOR_HOSTS BuoyTrust buoy_verdict_get_trust (const BuoyVerdict *verdict);

G_END_DECLS
