/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "protected/buoy-protected-lookalikes.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "base/text/buoy-skeleton.h"
#include "protected/buoy-protected-name.h"
#include "protected/buoy-typo.h"
#include "registry/buoy-free-mail.h"

#define MIN_NAME_LETTERS 3 /* shorter ones are too common */
#define EMPTY G_MAXUINT32

typedef struct
{
  guint32 hash;
  guint32 imitated;
} Slot;

struct _BuoyProtectedNames
{
  GArray *all;           /* of BuoyProtectedName */
  GHashTable *by_name;   /* skeleton of a name → index in all + 1 */
  GHashTable *by_domain; /* skeleton of a domain → the same */
  GHashTable *known;     /* domain → the same */
  GStringChunk *texts;
  Slot *typos; /* open addressing; n_slots is a power of two */
  guint32 n_slots;
};

static BuoyProtectedNames *
names_new (void)
{
  BuoyProtectedNames *lookalikes = g_new0 (BuoyProtectedNames, 1);

  lookalikes->all = g_array_new (FALSE, TRUE, sizeof (BuoyProtectedName));
  lookalikes->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  lookalikes->by_domain = g_hash_table_new (g_str_hash, g_str_equal);
  lookalikes->known = g_hash_table_new (g_str_hash, g_str_equal);
  lookalikes->texts = g_string_chunk_new (16 * 1024);
  return lookalikes;
}

void
buoy_protected_names_free (BuoyProtectedNames *lookalikes)
{
  g_array_unref (lookalikes->all);
  g_hash_table_unref (lookalikes->by_name);
  g_hash_table_unref (lookalikes->by_domain);
  g_hash_table_unref (lookalikes->known);
  g_string_chunk_free (lookalikes->texts);
  g_free (lookalikes->typos);
  g_free (lookalikes);
}

/* The first entry is kept. @key lives as long as the index. */
static void
add_key (BuoyProtectedNames *lookalikes, GHashTable *table, const char *key, guint position)
{
  if (!g_hash_table_contains (table, key))
    g_hash_table_insert (table, (gpointer) key, GUINT_TO_POINTER (position + 1));
}

static const BuoyProtectedName *
find (const BuoyProtectedNames *lookalikes, GHashTable *table, const char *key)
{
  const guint position = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));

  return position > 0 ? &g_array_index (lookalikes->all, BuoyProtectedName, position - 1) : NULL;
}

/* @domain: registrable; has to live as long as the index. */
static void
add_domain (BuoyProtectedNames *lookalikes, const char *domain, const BuoyBrand *brand)
{
  const guint position = lookalikes->all->len;
  g_autofree char *label = g_strndup (domain, strcspn (domain, "."));
  g_autofree char *suffix = buoy_skeleton_new (domain + strlen (label));
  g_autofree char *whole = NULL;
  BuoyProtectedName imitated = { .domain = domain, .brand = brand };

  buoy_protected_name_init (&imitated, label, lookalikes->texts);
  whole = g_strconcat (imitated.skeleton, suffix, NULL);
  g_array_append_val (lookalikes->all, imitated);
  add_key (lookalikes, lookalikes->known, domain, position);
  add_key (lookalikes, lookalikes->by_domain, g_string_chunk_insert (lookalikes->texts, whole), position);
  if (strlen (imitated.name) >= MIN_NAME_LETTERS)
    add_key (lookalikes, lookalikes->by_name, imitated.skeleton, position);
}

/* "appleid": a name that the brand uses in addition to its domain's. */
static void
add_name (BuoyProtectedNames *lookalikes, const BuoyBrand *brand, const char *name, const char *domain)
{
  g_autofree char *joined = NULL;
  BuoyProtectedName imitated = { .domain = domain, .brand = brand, .is_by_name = TRUE };

  if (!g_str_is_ascii (name))
    return;
  joined = buoy_protected_name_join_name (name);
  buoy_protected_name_init (&imitated, joined, lookalikes->texts);
  if ((!imitated.distinctive && !buoy_name_mixes_digits (joined))
      || find (lookalikes, lookalikes->by_name, imitated.skeleton) != NULL)
    return;
  add_key (lookalikes, lookalikes->by_name, imitated.skeleton, lookalikes->all->len);
  g_array_append_val (lookalikes->all, imitated);
}

/* Two labels are registrable, and three under "co.jp"; other entries are hosts of single services. */
static gboolean
is_site (const char *domain)
{
  const char *dot = strchr (domain, '.');
  const char *last = strrchr (domain, '.');

  return dot != NULL
         && (dot == last || (last - dot <= 4 && strlen (last) == 3) || buoy_host_registrable_domain (domain) == domain);
}

static void
add_brand (BuoyProtectedNames *lookalikes, const BuoyBrand *brand)
{
  const guint first = lookalikes->all->len;
  char **hosts;

  /* Bounded: the registry gives them, buoy_brand_get_own_hosts() */
  for (guint list = 0; (hosts = buoy_brand_get_own_hosts (brand, list)) != NULL; list++)
    for (guint i = 0; hosts[i] != NULL; i++)
      if (is_site (hosts[i]))
        add_domain (lookalikes, hosts[i], brand);
  for (guint i = 0; brand->names[i] != NULL && lookalikes->all->len > first; i++)
    add_name (lookalikes, brand, brand->names[i], brand->domains[0]);
}

static guint32
hash_without (const char *text, gsize length, gsize skipped)
{
  guint32 hash = 2166136261u; /* FNV-1a */

  for (gsize i = 0; i < length; i++)
    if (i != skipped)
      hash = (hash ^ (guchar) text[i]) * 16777619u;
  return hash;
}

static void
add_typo (BuoyProtectedNames *lookalikes, guint32 hash, guint32 position)
{
  guint32 i = hash & (lookalikes->n_slots - 1);

  while (lookalikes->typos[i].imitated != EMPTY)
    i = (i + 1) & (lookalikes->n_slots - 1);
  lookalikes->typos[i] = (Slot){ hash, position };
}

/* One name per skeleton: amazon.com stands for amazon.de too. */
static gboolean
is_first (const BuoyProtectedNames *lookalikes, const BuoyProtectedName *imitated)
{
  return find (lookalikes, lookalikes->by_name, imitated->skeleton) == imitated;
}

static void
index_typos (BuoyProtectedNames *lookalikes)
{
  const GArray *all = lookalikes->all;
  guint n = 1;

  for (guint i = 0; i < all->len; i++)
    {
      const BuoyProtectedName *imitated = &g_array_index (all, BuoyProtectedName, i);

      if (buoy_protected_name_can_have_typo (imitated) && is_first (lookalikes, imitated))
        n += (guint) strlen (imitated->letters) + 1;
    }
  for (lookalikes->n_slots = 2; lookalikes->n_slots < n + n / 3;) /* at most three quarters full */
    lookalikes->n_slots *= 2;
  lookalikes->typos = g_new (Slot, lookalikes->n_slots);
  memset (lookalikes->typos, 0xff, lookalikes->n_slots * sizeof (Slot));

  for (guint i = 0; i < all->len; i++)
    {
      const BuoyProtectedName *imitated = &g_array_index (all, BuoyProtectedName, i);
      const gsize length = strlen (imitated->letters);

      if (!buoy_protected_name_can_have_typo (imitated) || !is_first (lookalikes, imitated))
        continue;
      /* Bounded: BUOY_MAX_LABEL */
      for (gsize skipped = 0; skipped <= length; skipped++)
        add_typo (lookalikes, hash_without (imitated->letters, length, skipped), i);
    }
}

static gpointer
index_brands (gpointer unused)
{
  const BuoyBrands *brands = buoy_brands_get_default ();
  BuoyProtectedNames *lookalikes = names_new ();

  for (guint i = 0; i < buoy_brands_get_n (brands); i++)
    add_brand (lookalikes, buoy_brands_get (brands, i));
  index_typos (lookalikes);
  return lookalikes;
}

const BuoyProtectedNames *
buoy_protected_names_get_default (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, index_brands, NULL);
}

/* Brands' own domains are in the registry's index. */
static void
add_host (BuoyProtectedNames *lookalikes, const char *host)
{
  g_autofree char *ascii = buoy_host_to_ascii (host);
  const char *site = buoy_host_registrable_domain (ascii);

  if (site == NULL || buoy_free_mail_is (site) || buoy_protected_names_has (lookalikes, site)
      || buoy_brands_find_by_host (buoy_brands_get_default (), site) != NULL)
    return;
  add_domain (lookalikes, g_string_chunk_insert (lookalikes->texts, site), NULL);
}

BuoyProtectedNames *
buoy_protected_names_new (const GPtrArray *hosts)
{
  g_autoptr (BuoyProtectedNames) lookalikes = names_new ();

  for (guint i = 0; i < hosts->len; i++)
    add_host (lookalikes, g_ptr_array_index (hosts, i));
  if (lookalikes->all->len == 0)
    return NULL;
  index_typos (lookalikes);
  return g_steal_pointer (&lookalikes);
}

const BuoyProtectedName *
buoy_protected_names_find (const BuoyProtectedNames *lookalikes, const char *skeleton)
{
  return find (lookalikes, lookalikes->by_name, skeleton);
}

const BuoyProtectedName *
buoy_protected_names_find_domain (const BuoyProtectedNames *lookalikes, const char *skeleton)
{
  return find (lookalikes, lookalikes->by_domain, skeleton);
}

gboolean
buoy_protected_names_has_under (const BuoyProtectedNames *lookalikes, const BuoyProtectedName *imitated, const char *suffix)
{
  g_autofree char *domain = g_strdup_printf ("%.*s.%s", (int) imitated->label_length, imitated->domain, suffix);

  return !imitated->is_by_name && buoy_protected_names_has (lookalikes, domain);
}

gboolean
buoy_protected_names_has (const BuoyProtectedNames *lookalikes, const char *domain)
{
  return g_hash_table_contains (lookalikes->known, domain);
}

/* @best: an earlier match, replaced only by a sure one. */
static const BuoyProtectedName *
find_in_slots (const BuoyProtectedNames *lookalikes, guint32 hash, const char *letters, const BuoyProtectedName *best,
               BuoyTypo *typo)
{
  for (guint32 i = hash & (lookalikes->n_slots - 1); lookalikes->typos[i].imitated != EMPTY; i = (i + 1) & (lookalikes->n_slots - 1))
    {
      const BuoyProtectedName *imitated = &g_array_index (lookalikes->all, BuoyProtectedName, lookalikes->typos[i].imitated);
      const BuoyTypo found = lookalikes->typos[i].hash == hash ? buoy_typo_compare (letters, imitated) : BUOY_TYPO_NONE;

      if (found <= *typo)
        continue;
      best = imitated;
      *typo = found;
    }
  return best;
}

const BuoyProtectedName *
buoy_protected_names_find_typo (const BuoyProtectedNames *lookalikes, const char *letters, BuoyTypo *out_typo)
{
  const gsize length = strlen (letters);
  const BuoyProtectedName *best = NULL;
  BuoyTypo typo = BUOY_TYPO_NONE;

  if (length > BUOY_MAX_LABEL)
    return NULL;
  for (gsize skipped = 0; skipped <= length && typo < BUOY_TYPO_SURE; skipped++)
    best = find_in_slots (lookalikes, hash_without (letters, length, skipped), letters, best, &typo);
  if (best != NULL)
    *out_typo = typo;
  return best;
}
