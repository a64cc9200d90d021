/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "protected/buoy-protected-names.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "base/text/buoy-skeleton.h"
#include "protected/buoy-protected-name.h"
#include "protected/buoy-typo.h"
#include "registry/buoy-free-mail.h"

#define MIN_NAME_LETTERS 3 /* shorter ones are too common */
#define FIRST_NAMES 16     /* allocated at first; then twice as many each time */
#define EMPTY G_MAXUINT32

/* The position of a name in its lower bits, the hash's upper bits in the others. */
typedef guint32 Slot;

#define POSITION 0xfffffu /* the bits; a million names are more than a reader has */

struct _BuoyProtectedNames
{
  BuoyProtectedName *all;
  guint n_all, n_allocated;
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
  BuoyProtectedNames *names = g_new0 (BuoyProtectedNames, 1);

  names->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  names->by_domain = g_hash_table_new (g_str_hash, g_str_equal);
  names->known = g_hash_table_new (g_str_hash, g_str_equal);
  names->texts = g_string_chunk_new (16 * 1024);
  return names;
}

void
buoy_protected_names_free (BuoyProtectedNames *names)
{
  g_free (names->all);
  g_hash_table_unref (names->by_name);
  g_hash_table_unref (names->by_domain);
  g_hash_table_unref (names->known);
  g_string_chunk_free (names->texts);
  g_free (names->typos);
  g_free (names);
}

/* The first entry is kept. @key lives as long as the index. */
static void
add_key (BuoyProtectedNames *names, GHashTable *table, const char *key, guint position)
{
  if (!g_hash_table_contains (table, key))
    g_hash_table_insert (table, (gpointer) key, GUINT_TO_POINTER (position + 1));
}

static const BuoyProtectedName *
find (const BuoyProtectedNames *names, GHashTable *table, const char *key)
{
  const guint position = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));

  return position > 0 ? &names->all[position - 1] : NULL;
}

/* Returns its position, which stays valid: the array may move. */
static guint
append (BuoyProtectedNames *names, const BuoyProtectedName *imitated)
{
  if (names->n_all == names->n_allocated)
    {
      names->n_allocated = MAX (FIRST_NAMES, names->n_allocated * 2);
      names->all = g_renew (BuoyProtectedName, names->all, names->n_allocated);
    }
  names->all[names->n_all] = *imitated;
  return names->n_all++;
}

/* Frees what append() left unused: up to half of the array. */
static void
trim (BuoyProtectedNames *names)
{
  names->n_allocated = names->n_all;
  names->all = g_renew (BuoyProtectedName, names->all, names->n_allocated);
}

/* @domain: ASCII, registrable; has to live as long as the index. */
static void
add_domain (BuoyProtectedNames *names, const char *domain, const BuoyBrand *brand)
{
  guint position;
  g_autofree char *label = g_strndup (domain, strcspn (domain, "."));
  g_autofree char *whole = NULL;
  BuoyProtectedName imitated = { .domain = domain, .brand = brand };

  buoy_protected_name_init (&imitated, label, names->texts);
  whole = g_strconcat (imitated.skeleton, domain + imitated.label_length, NULL);
  buoy_skeleton_fold (whole + imitated.skeleton_length);
  position = append (names, &imitated);
  add_key (names, names->known, domain, position);
  add_key (names, names->by_domain, g_string_chunk_insert (names->texts, whole), position);
  if (strlen (imitated.name) >= MIN_NAME_LETTERS)
    add_key (names, names->by_name, imitated.skeleton, position);
}

/* "appleid": a name that the brand uses in addition to its domain's. */
static void
add_name (BuoyProtectedNames *names, const BuoyBrand *brand, const char *name, const char *domain)
{
  g_autofree char *joined = NULL;
  BuoyProtectedName imitated = { .domain = domain, .brand = brand, .is_by_name = TRUE };

  if (!g_str_is_ascii (name))
    return;
  joined = buoy_protected_name_join_name (name);
  buoy_protected_name_init (&imitated, joined, names->texts);
  if ((!imitated.distinctive && !buoy_name_mixes_digits (joined))
      || find (names, names->by_name, imitated.skeleton) != NULL)
    return;
  add_key (names, names->by_name, imitated.skeleton, append (names, &imitated));
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
add_brand (BuoyProtectedNames *names, const BuoyBrand *brand)
{
  const guint first = names->n_all;
  char **hosts;

  /* Bounded: the registry gives them, buoy_brand_get_own_hosts() */
  for (guint list = 0; (hosts = buoy_brand_get_own_hosts (brand, list)) != NULL; list++)
    for (guint i = 0; hosts[i] != NULL; i++)
      if (is_site (hosts[i]))
        add_domain (names, hosts[i], brand);
  for (guint i = 0; brand->names[i] != NULL && names->n_all > first; i++)
    add_name (names, brand, brand->names[i], brand->domains[0]);
}

/* Of a polynomial, from which a letter can be taken in one step; modulo 2^32. */
#define FACTOR 0x9e3779b1u
#define INVERSE 0x0e8b2f51u

/* The lower bits of the sum depend on little. */
static guint32
spread (guint32 sum)
{
  sum = (sum ^ (sum >> 15)) * 0x2c1b3c6du;
  return sum ^ (sum >> 12);
}

/* Hashes @letters without the first one, without the second one, …, and as they are. */
static void
hash_all (const char *letters, gsize length, guint32 hashes[BUOY_MAX_LABEL + 1])
{
  guint32 all = 0;
  guint32 before = 0;
  guint32 factor = 1;

  for (gsize i = 0; i < length; i++, factor *= FACTOR)
    all += factor * (guchar) letters[i];
  hashes[length] = spread (all);
  factor = 1;
  for (gsize i = 0; i < length; i++, factor *= FACTOR)
    {
      const guint32 skipped = factor * (guchar) letters[i];

      hashes[i] = spread (before + (all - before - skipped) * INVERSE);
      before += skipped;
    }
}

static void
add_typo (BuoyProtectedNames *names, guint32 hash, guint32 position)
{
  guint32 i = hash & (names->n_slots - 1);

  while (names->typos[i] != EMPTY)
    i = (i + 1) & (names->n_slots - 1);
  names->typos[i] = (hash & ~POSITION) | position;
}

/* One name per skeleton: amazon.com stands for amazon.de too. */
static gboolean
is_first (const BuoyProtectedNames *names, const BuoyProtectedName *imitated)
{
  return find (names, names->by_name, imitated->skeleton) == imitated;
}

static void
index_typos (BuoyProtectedNames *names)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint)); /* positions in @all */
  guint n = 1;

  for (guint i = 0; i < MIN (names->n_all, POSITION); i++)
    {
      const BuoyProtectedName *imitated = &names->all[i];

      if (strlen (imitated->letters) > BUOY_MAX_LABEL || !buoy_protected_name_can_have_typo (imitated)
          || !is_first (names, imitated))
        continue;
      g_array_append_val (chosen, i);
      n += (guint) strlen (imitated->letters) + 1;
    }
  for (names->n_slots = 2; names->n_slots < n + n / 3;) /* at most three quarters full */
    names->n_slots *= 2;
  names->typos = g_new (Slot, names->n_slots);
  memset (names->typos, 0xff, names->n_slots * sizeof (Slot));

  for (guint i = 0; i < chosen->len; i++)
    {
      const guint position = g_array_index (chosen, guint, i);
      const char *letters = names->all[position].letters;
      const gsize length = strlen (letters);
      guint32 hashes[BUOY_MAX_LABEL + 1];

      hash_all (letters, length, hashes);
      /* Bounded: BUOY_MAX_LABEL */
      for (gsize j = 0; j <= length; j++)
        add_typo (names, hashes[j], position);
    }
}

static gpointer
index_brands (gpointer unused)
{
  const BuoyBrands *brands = buoy_brands_get_default ();
  BuoyProtectedNames *names = names_new ();

  for (guint i = 0; i < buoy_brands_get_n (brands); i++)
    add_brand (names, buoy_brands_get (brands, i));
  trim (names);
  index_typos (names);
  return names;
}

const BuoyProtectedNames *
buoy_protected_names_get_default (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, index_brands, NULL);
}

/* Brands' own domains are in the registry's index. */
static void
add_host (BuoyProtectedNames *names, const char *host)
{
  g_autofree char *ascii = buoy_host_to_ascii (host);
  const char *site = buoy_host_registrable_domain (ascii);

  if (site == NULL || buoy_free_mail_is (site) || buoy_protected_names_has (names, site)
      || buoy_brands_find_by_host (buoy_brands_get_default (), site) != NULL)
    return;
  add_domain (names, g_string_chunk_insert (names->texts, site), NULL);
}

BuoyProtectedNames *
buoy_protected_names_new (const GPtrArray *hosts)
{
  g_autoptr (BuoyProtectedNames) names = names_new ();

  for (guint i = 0; i < hosts->len; i++)
    add_host (names, g_ptr_array_index (hosts, i));
  if (names->n_all == 0)
    return NULL;
  trim (names);
  index_typos (names);
  return g_steal_pointer (&names);
}

const BuoyProtectedName *
buoy_protected_names_find (const BuoyProtectedNames *names, const char *skeleton)
{
  return find (names, names->by_name, skeleton);
}

const BuoyProtectedName *
buoy_protected_names_find_domain (const BuoyProtectedNames *names, const char *skeleton)
{
  return find (names, names->by_domain, skeleton);
}

gboolean
buoy_protected_names_has_under (const BuoyProtectedNames *names, const BuoyProtectedName *imitated, const char *suffix)
{
  g_autofree char *domain = g_strdup_printf ("%.*s.%s", (int) imitated->label_length, imitated->domain, suffix);

  return !imitated->is_by_name && buoy_protected_names_has (names, domain);
}

gboolean
buoy_protected_names_has (const BuoyProtectedNames *names, const char *domain)
{
  return g_hash_table_contains (names->known, domain);
}

/* @best: an earlier match, replaced only by a sure one. */
static const BuoyProtectedName *
find_in_slots (const BuoyProtectedNames *names, guint32 hash, const char *letters, const BuoyProtectedName *best,
               BuoyTypo *typo)
{
  for (guint32 i = hash & (names->n_slots - 1); names->typos[i] != EMPTY; i = (i + 1) & (names->n_slots - 1))
    {
      const BuoyProtectedName *imitated = &names->all[names->typos[i] & POSITION];
      const gboolean may_be = ((names->typos[i] ^ hash) & ~POSITION) == 0;
      const BuoyTypo found = may_be ? buoy_typo_compare (letters, imitated) : BUOY_TYPO_NONE;

      if (found <= *typo)
        continue;
      best = imitated;
      *typo = found;
    }
  return best;
}

const BuoyProtectedName *
buoy_protected_names_find_typo (const BuoyProtectedNames *names, const char *letters, BuoyTypo *out_typo)
{
  const gsize length = strlen (letters);
  const BuoyProtectedName *best = NULL;
  BuoyTypo typo = BUOY_TYPO_NONE;
  guint32 hashes[BUOY_MAX_LABEL + 1];

  if (length > BUOY_MAX_LABEL)
    return NULL;
  hash_all (letters, length, hashes);
  for (gsize i = 0; i <= length && typo < BUOY_TYPO_SURE; i++)
    best = find_in_slots (names, hashes[i], letters, best, &typo);
  if (best != NULL)
    *out_typo = typo;
  return best;
}
