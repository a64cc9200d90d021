/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The brands that a message claims to be from, as they are found.
 */
#pragma once

#include "evidence/buoy-evidence.h"
#include "registry/buoy-brands.h"

/* Adds @place to the claim of @brand, which is made where it is new. */
void buoy_claim_add (BuoyEvidence *evidence, const BuoyBrand *brand, BuoyClaimPlace place, gboolean disguised);

/* The claim of @brand so far; NULL. */
BuoyClaim *buoy_claim_find (const BuoyEvidence *evidence, const BuoyBrand *brand);
