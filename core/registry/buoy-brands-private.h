/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The pieces of the registry: one brand as it is read, and the index of names, by their first three bytes, which are
 * one kana or kanji, the longest first.
 */
#pragma once

#include "registry/buoy-brands.h"

/* The brand of @group; NULL where a key has a fault. @more: NULL, or sites that lists have for it: each key of its
 * group there is a list's name.
 */
BuoyBrand *buoy_brand_read (GKeyFile *file, GKeyFile *more, const char *group, GError **error);
void buoy_brand_free (gpointer brand);

/* Whether each domain is one. Takes longer than all the reading: for a file of others, and in the tests for ours. */
gboolean buoy_brand_check (const BuoyBrand *brand, GError **error);

/* Sets @error to BUOY_ERROR_DATA with group and key; always FALSE. */
gboolean buoy_brand_fault (GError **error, const char *group, const char *key, const char *why);

typedef struct
{
  const char *text; /* folded; owned by the brand */
  gsize length;
  const BuoyBrand *brand;
  gboolean ambiguous;
  guint next; /* the next row that begins so, and one; 0 none */
} BuoyBrandName;

#define BUOY_N_BEGINNINGS 4096 /* for a few thousand names */

typedef struct
{
  GArray *rows;                   /* of BuoyBrandName */
  guint first[BUOY_N_BEGINNINGS]; /* by a hash of three bytes: a row and one; 0 none */
  guint first_short[256];         /* the same for names of fewer bytes, by their first one */
} BuoyBrandNames;

void buoy_brand_names_init (BuoyBrandNames *names, const GPtrArray *brands);
void buoy_brand_names_clear (BuoyBrandNames *names);
/* (element-type BuoyBrandMatch) */
GArray *buoy_brand_names_find (const BuoyBrandNames *names, const char *folded);
