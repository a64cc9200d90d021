/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How strong a claim of a brand's name is.
 */
#pragma once

#include "checks/checks-private.h"

/* Decided by one table: where the name appears, whether the sender is authenticated, how its domain relates to the
 * brand, and where the links lead. The table is in core/checks/README.md.
 */
BuoyStrength buoy_brand_weigh (const BuoyEvidence *evidence, const BuoyClaim *claim);

/* Whether From's domain contains the brand's name as one of its own domains may, and the claim is in plain letters. */
gboolean buoy_brand_is_own_named (const BuoyEvidence *evidence, const BuoyClaim *claim);

/* Whether a medium claim needs no second sign: the message puts the reader under pressure and names no other sender, or
 * its sender uses the name in a domain under a suffix where many are registered for fraud.
 */
gboolean buoy_brand_warns_alone (const BuoyEvidence *evidence, const BuoyClaim *claim);
