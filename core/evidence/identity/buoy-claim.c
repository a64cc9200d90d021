/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "evidence/identity/buoy-claim.h"

#include "evidence/buoy-evidence.h"

BuoyClaim *
buoy_claim_find (const GPtrArray *claims, const BuoyBrand *brand)
{
  for (guint i = 0; i < claims->len; i++)
    {
      BuoyClaim *claim = g_ptr_array_index (claims, i);

      if (claim->brand == brand)
        return claim;
    }
  return NULL;
}

void
buoy_claim_add (GPtrArray *claims, const BuoyBrand *brand, BuoyClaimPlace place, gboolean disguised)
{
  BuoyClaim *claim = buoy_claim_find (claims, brand);

  if (claim == NULL)
    {
      claim = g_new0 (BuoyClaim, 1);
      claim->brand = brand;
      g_ptr_array_add (claims, claim);
    }
  claim->where |= place;
  if (place == BUOY_CLAIM_FROM_NAME)
    claim->initials = FALSE; /* another part of the name claims it, too */
  claim->disguised |= disguised;
}
