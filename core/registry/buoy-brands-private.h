/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Shared parts of the registry: the reader for one brand, and the index of names by their first three bytes (one kana
 * or kanji), longest first.
 */
#pragma once

#include "registry/buoy-brands.h"

/* A brand without names and domains. Its texts, @id too, stay where they were read, which has to live as long. */
BuoyBrand *buoy_brand_new (const char *id);
void buoy_brand_free (gpointer brand);

/* Takes a line of its group. FALSE with BUOY_ERROR_DATA if there is no such key, or its value is invalid. @value is
 * written to.
 */
gboolean buoy_brand_read (BuoyBrand *brand, const char *key, char *value, GError **error);

/* Whether all keys are there that each brand has; FALSE with BUOY_ERROR_DATA. */
gboolean buoy_brand_is_complete (const BuoyBrand *brand, GError **error);

/* Adds domains that a list names to those of a complete @brand. @value is written to. */
void buoy_brand_add_domains (BuoyBrand *brand, char *value);

/* Whether each domain is valid. Slower than reading the file, so used only for other files, and for ours in tests. */
gboolean buoy_brand_check (const BuoyBrand *brand, GError **error);

/* Sets @error to BUOY_ERROR_DATA with group and key; always FALSE. */
gboolean buoy_brand_fault (GError **error, const char *group, const char *key, const char *why);

typedef struct
{
  const char *text; /* folded; owned by the brand */
  gsize length;
  const BuoyBrand *brand;
  gboolean ambiguous;
  guint next; /* index + 1 of the next row in the bucket; 0 if there is none */
} BuoyBrandName;

#define BUOY_N_BEGINNINGS 4096 /* for a few thousand names */

typedef struct
{
  GArray *rows;                   /* of BuoyBrandName */
  guint first[BUOY_N_BEGINNINGS]; /* by a hash of three bytes: index + 1 of a row; 0 if there is none */
  guint first_short[256];         /* the same for shorter names, by their first byte */
} BuoyBrandNames;

void buoy_brand_names_init (BuoyBrandNames *names, const GPtrArray *brands);
void buoy_brand_names_clear (BuoyBrandNames *names);
/* Returns: (transfer full) (element-type BuoyBrandMatch): all names in @folded; see buoy_brands_find_names() */
GArray *buoy_brand_names_find (const BuoyBrandNames *names, const char *folded);
