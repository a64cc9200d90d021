/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The registry of brands (data/brands.ini): names and the domains that are known to be theirs.
 */
#pragma once

#include <glib.h>

typedef struct
{
  char *id;           /* stable, ASCII: "eki-net" */
  char *title;        /* as the brand writes itself: "えきねっと" */
  char **names;       /* folded with buoy_text_fold() */
  char **bare_names;  /* folded; ambiguous words ("apple", "au"): only as a whole name with role words around */
  char **domains;     /* registrable domains (or hosts under shared suffixes) of site, mail, links */
  char **mail_domains;/* domains of sending or counting services that this brand uses; theirs only for this brand */
} BuoyBrand;

typedef struct _BuoyBrands BuoyBrands;

/* The registry that is built in, read once; never NULL; thread-safe. */
const BuoyBrands *buoy_brands_get_default (void);

/* Reads a registry from key-file text; BUOY_ERROR_DATA tells group and key. */
BuoyBrands *buoy_brands_new_from_data (const char *data, gsize length, GError **error);
void buoy_brands_free (BuoyBrands *brands);

/* The brand that owns @ascii_host or a parent of it (domains first, then mail_domains); NULL. */
const BuoyBrand *buoy_brands_find_by_host (const BuoyBrands *brands, const char *ascii_host);
gboolean buoy_brand_owns (const BuoyBrand *brand, const char *ascii_host);
/* Owns it, or is served by it (mail_domains). */
gboolean buoy_brand_uses (const BuoyBrand *brand, const char *ascii_host);

typedef struct
{
  const BuoyBrand *brand;
  gsize start, end;   /* bytes in the folded text */
  gboolean bare;      /* matched an ambiguous name */
} BuoyBrandMatch;

/* Every brand name in @folded at word borders (Latin) or anywhere (kana, kanji), longest match first at one place.
 * (element-type BuoyBrandMatch) in text order, one pass over the text whatever the number of brands.
 */
GArray *buoy_brands_find_names (const BuoyBrands *brands, const char *folded);

guint buoy_brands_get_n (const BuoyBrands *brands);
const BuoyBrand *buoy_brands_get (const BuoyBrands *brands, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyBrands, buoy_brands_free)
