/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is proven needs no second proof; a shared or disguised sender is not made better by one.
 */
#include "config.h"

#include "buoy-lookup.h"

gboolean
buoy_lookup_may_help (BuoyVerdict *verdict)
{
  const BuoyTrust trust = buoy_verdict_get_trust (verdict);

  return buoy_verdict_get_from_domain (verdict) != NULL && (trust == BUOY_TRUST_UNPROVEN || trust == BUOY_TRUST_FAILED);
}
