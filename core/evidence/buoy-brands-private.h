/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The index of names within the registry: a sorted array in which each further byte of the text narrows the
 * range of names that it can still be.
 */
#pragma once

#include "evidence/buoy-brands.h"

typedef struct
{
  const char *text; /* folded; owned by the brand */
  const BuoyBrand *brand;
  gboolean bare;
} BuoyBrandName;

typedef struct
{
  GArray *rows;     /* of BuoyBrandName, sorted by text */
  guint first[257]; /* of rows: where the names begin that start with this byte */
} BuoyBrandNames;

void buoy_brand_names_init (BuoyBrandNames *names, const GPtrArray *brands);
void buoy_brand_names_clear (BuoyBrandNames *names);
/* (element-type BuoyBrandMatch) */
GArray *buoy_brand_names_find (const BuoyBrandNames *names, const char *folded);
