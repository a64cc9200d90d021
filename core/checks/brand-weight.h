/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How much it weighs that a message speaks in a brand's name.
 */
#pragma once

#include "checks/checks-private.h"

/* One table decides: where the name stands, whether the sender is proven, how its domain relates to the brand, and
 * where the links lead. core/checks/README.md prints it.
 */
BuoyStrength buoy_brand_weigh (const BuoyEvidence *evidence, const BuoyClaim *claim);
