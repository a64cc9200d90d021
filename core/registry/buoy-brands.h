/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The registry of brands (data/brands.ini): their names and domains.
 */
#pragma once

#include <glib.h>

typedef struct
{
  const char *id;         /* stable, ASCII: "eki-net" */
  const char *title;      /* as the brand spells itself: "えきねっと" */
  char **names;           /* folded with buoy_text_fold() */
  char **ambiguous_names; /* folded; words with another meaning ("apple", "au"): only as a whole name with role words */
  char **people;          /* folded; ambiguous names that are personal names too: count only in capitals */
  char **domains;         /* registrable domains (or hosts under shared suffixes) of site, mail, links */
  char **suffixes;        /* top-level domains that the brand runs: "apple" */
  char **mail_domains;    /* domains of sending or tracking services, used for this brand only */
  char **webmail;    /* those of its domains where anyone can have an address, and from which the brand never writes */
  char **customers;  /* those of its domains where both customers and the brand have addresses */
  const char *group; /* id of a common owner of several brands; NULL if there is none */
  GPtrArray *siblings; /* of const BuoyBrand: all brands of the group, including this one; NULL without a group */
  gboolean shared;     /* its icon and links appear in all kinds of mail: social networks */
} BuoyBrand;

typedef struct _BuoyBrands BuoyBrands;

/* Returns: (transfer none): the built-in registry, which is read once. Thread-safe. */
const BuoyBrands *buoy_brands_get_default (void);

/* Reads a registry from key-file text; NULL with BUOY_ERROR_DATA, naming group and key, if it is invalid. (nullable) */
BuoyBrands *buoy_brands_new_from_data (const char *data, gsize length, GError **error);
void buoy_brands_free (BuoyBrands *brands);

/* The brand's own hosts, list by list, without its mail_domains, which belong to others. NULL after the last list. */
char **buoy_brand_get_own_hosts (const BuoyBrand *brand, guint list);
/* The brand that owns @ascii_host or a parent of it (domains first, then mail_domains); NULL if there is none. A brand
 * also owns everything under its own top-level domain, and its name under a suffix for banks (buoy_vetted_get_homes()).
 */
const BuoyBrand *buoy_brands_find_by_host (const BuoyBrands *brands, const char *ascii_host);

/* The brand whose own site @ascii_host (nullable) is; NULL also for hosts where its customers have addresses. */
const BuoyBrand *buoy_brands_find_by_own_site (const BuoyBrands *brands, const char *ascii_host);

/* Whether both (nullable) are one brand, or brands of one group. */
gboolean buoy_brand_is_sibling (const BuoyBrand *a, const BuoyBrand *b);
/* Whether @ascii_host is under a domain of the brand, or of a brand of its group. */
gboolean buoy_brand_owns (const BuoyBrand *brand, const char *ascii_host);
/* The same, including its mail_domains. */
gboolean buoy_brand_uses (const BuoyBrand *brand, const char *ascii_host);
/* Whether a name of @brand begins with one of @other: "Yahoo! JAPAN" is another company than "Yahoo", but may call
 * itself "Yahoo!".
 */
gboolean buoy_brand_answers_for (const BuoyBrand *brand, const BuoyBrand *other);
/* Whether anyone can have an address at @ascii_host, so that it is not evidence of the brand. */
gboolean buoy_brand_is_mailbox_host (const BuoyBrand *brand, const char *ascii_host);

typedef struct
{
  const BuoyBrand *brand;
  gsize start, end;   /* bytes in the folded text */
  gboolean ambiguous; /* matched an ambiguous name */
} BuoyBrandMatch;

/* Finds all brand names in @folded, in one pass whatever the number of brands. Latin names need word boundaries, and so
 * do some katakana names; others match anywhere. Of names that start at the same place, only the longest is found.
 *
 * Returns: (transfer full) (element-type BuoyBrandMatch): the names, in the order of the text
 */
GArray *buoy_brands_find_names (const BuoyBrands *brands, const char *folded);

/* The brand with a name that folds to @confusable with buoy_text_fold_confusable(); NULL if there is none. Only
 * unambiguous ASCII names of some length are searched.
 */
const BuoyBrand *buoy_brands_find_confusable (const BuoyBrands *brands, const char *confusable);

guint buoy_brands_get_n (const BuoyBrands *brands);
const BuoyBrand *buoy_brands_get (const BuoyBrands *brands, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyBrands, buoy_brands_free)
