/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The registry of brands (data/brands.ini): names and the domains that are known to be theirs.
 */
#pragma once

#include <glib.h>

typedef struct
{
  char *id;               /* stable, ASCII: "eki-net" */
  char *title;            /* as the brand writes itself: "えきねっと" */
  char **names;           /* folded with buoy_text_fold() */
  char **ambiguous_names; /* folded; ambiguous words ("apple", "au"): only as a whole name with role words around */
  char **people;          /* folded; of the bare names: given names and surnames too; a claim only in capitals */
  char **domains;         /* registrable domains (or hosts under shared suffixes) of site, mail, links */
  char **suffixes;        /* top-level domains that it runs for itself: "apple" */
  char **mail_domains;    /* domains of sending or counting services that this brand uses; theirs only for this brand */
  char **webmail;         /* of its domains: anybody has an address there, the brand itself never writes from one */
  char **customers;       /* of its domains: customers have addresses there, and the brand too */
  char *group;            /* id of the owner of several brands; NULL */
  GPtrArray *siblings;    /* of const BuoyBrand: all brands of the group, this one too; NULL without a group */
  gboolean shared;        /* its icon and links stand in everybody's mail: social networks */
} BuoyBrand;

typedef struct _BuoyBrands BuoyBrands;

/* The registry that is built in, read once; never NULL; thread-safe. */
const BuoyBrands *buoy_brands_get_default (void);

/* Reads a registry from key-file text; BUOY_ERROR_DATA tells group and key. */
BuoyBrands *buoy_brands_new_from_data (const char *data, gsize length, GError **error);
void buoy_brands_free (BuoyBrands *brands);

/* The lists of hosts that are the brand's own, one by one; its mail_domains are others'. NULL after the last. */
char **buoy_brand_get_own_hosts (const BuoyBrand *brand, guint list);
/* The brand that owns @ascii_host or a parent of it (domains first, then mail_domains); NULL. A brand owns what stands
 * under its own top-level domain, and its name under a suffix that is for banks alone (buoy_vetted_get_homes()).
 */
const BuoyBrand *buoy_brands_find_by_host (const BuoyBrands *brands, const char *ascii_host);
/* @ascii_host is under one of the brand's domains, or of a brand of its group. */
gboolean buoy_brand_owns (const BuoyBrand *brand, const char *ascii_host);
/* Owns it, or is served by it (mail_domains). */
gboolean buoy_brand_uses (const BuoyBrand *brand, const char *ascii_host);
/* Whether @brand's names hold one of @other's, which it answers for: "Yahoo! JAPAN" is another house than "Yahoo", and
 * what it writes as "Yahoo!" is its own.
 */
gboolean buoy_brand_answers_for (const BuoyBrand *brand, const BuoyBrand *other);
/* Whether everybody can have an address at @ascii_host, so that it speaks for no brand. */
gboolean buoy_brand_is_mailbox_host (const BuoyBrand *brand, const char *ascii_host);

typedef struct
{
  const BuoyBrand *brand;
  gsize start, end;   /* bytes in the folded text */
  gboolean ambiguous; /* matched an ambiguous name */
} BuoyBrandMatch;

/* Every brand name in @folded at word borders (Latin) or anywhere (kana, kanji), longest match first at one place.
 * (element-type BuoyBrandMatch) in text order, one pass over the text whatever the number of brands.
 */
GArray *buoy_brands_find_names (const BuoyBrands *brands, const char *folded);

/* The brand whose whole name folds to @confusable by buoy_text_fold_confusable(); long unambiguous names only; NULL. */
const BuoyBrand *buoy_brands_find_confusable (const BuoyBrands *brands, const char *confusable);

guint buoy_brands_get_n (const BuoyBrands *brands);
const BuoyBrand *buoy_brands_get (const BuoyBrands *brands, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyBrands, buoy_brands_free)
