/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The brands that a message claims to be from.
 */
#pragma once

#include "evidence/buoy-evidence.h"
#include "registry/buoy-brands.h"

/* Adds @place to the claim of @brand in @claims (of BuoyClaim), creating it if necessary. */
void buoy_claim_add (GPtrArray *claims, const BuoyBrand *brand, BuoyClaimPlace place, gboolean disguised);

/* The claim of @brand in @claims; NULL if there is none yet. */
BuoyClaim *buoy_claim_find (const GPtrArray *claims, const BuoyBrand *brand);
