/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "evidence/lookalike/buoy-lookalike-index.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "base/text/buoy-skeleton.h"
#include "buoy-context-private.h"
#include "evidence/lookalike/buoy-lookalike-original.h"
#include "evidence/lookalike/buoy-lookalike-private.h"
#include "evidence/lookalike/buoy-lookalike-slip.h"
#include "evidence/lookalike/buoy-lookalike.h"
#include "registry/buoy-free-mail.h"

#define MIN_NAME_LETTERS 3 /* shorter ones are everybody's */
#define EMPTY G_MAXUINT32

typedef struct
{
  guint32 hash;
  guint32 original;
} Slot;

struct _BuoyLookalikes
{
  GArray *originals;   /* of BuoyOriginal */
  GHashTable *names;   /* skeleton of a name → position in originals + 1 */
  GHashTable *domains; /* skeleton of a domain → the same */
  GHashTable *known;   /* domain → the same */
  GStringChunk *texts;
  Slot *slips; /* open addressing; n_slots is a power of two */
  guint32 n_slots;
};

static BuoyLookalikes *
lookalikes_new (void)
{
  BuoyLookalikes *lookalikes = g_new0 (BuoyLookalikes, 1);

  lookalikes->originals = g_array_new (FALSE, TRUE, sizeof (BuoyOriginal));
  lookalikes->names = g_hash_table_new (g_str_hash, g_str_equal);
  lookalikes->domains = g_hash_table_new (g_str_hash, g_str_equal);
  lookalikes->known = g_hash_table_new (g_str_hash, g_str_equal);
  lookalikes->texts = g_string_chunk_new (16 * 1024);
  return lookalikes;
}

void
buoy_lookalikes_free (BuoyLookalikes *lookalikes)
{
  g_array_unref (lookalikes->originals);
  g_hash_table_unref (lookalikes->names);
  g_hash_table_unref (lookalikes->domains);
  g_hash_table_unref (lookalikes->known);
  g_string_chunk_free (lookalikes->texts);
  g_free (lookalikes->slips);
  g_free (lookalikes);
}

/* The first one stays. @key lives as long as the index. */
static void
add_key (BuoyLookalikes *lookalikes, GHashTable *table, const char *key, guint position)
{
  if (!g_hash_table_contains (table, key))
    g_hash_table_insert (table, (gpointer) key, GUINT_TO_POINTER (position + 1));
}

static const BuoyOriginal *
find (const BuoyLookalikes *lookalikes, GHashTable *table, const char *key)
{
  const guint position = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));

  return position > 0 ? &g_array_index (lookalikes->originals, BuoyOriginal, position - 1) : NULL;
}

/* @domain: registrable. It has to live as long as the index. */
static void
add_domain (BuoyLookalikes *lookalikes, const char *domain, const BuoyBrand *brand)
{
  const guint position = lookalikes->originals->len;
  g_autofree char *label = g_strndup (domain, strcspn (domain, "."));
  g_autofree char *suffix = buoy_skeleton_new (domain + strlen (label));
  g_autofree char *whole = NULL;
  BuoyOriginal original = { .domain = domain, .brand = brand };

  buoy_original_init (&original, label, lookalikes->texts);
  whole = g_strconcat (original.skeleton, suffix, NULL);
  g_array_append_val (lookalikes->originals, original);
  add_key (lookalikes, lookalikes->known, domain, position);
  add_key (lookalikes, lookalikes->domains, g_string_chunk_insert (lookalikes->texts, whole), position);
  if (strlen (original.name) >= MIN_NAME_LETTERS)
    add_key (lookalikes, lookalikes->names, original.skeleton, position);
}

/* "appleid": what a brand calls itself beside its domain's name. */
static void
add_name (BuoyLookalikes *lookalikes, const BuoyBrand *brand, const char *name, const char *domain)
{
  g_autofree char *joined = NULL;
  BuoyOriginal original = { .domain = domain, .brand = brand, .is_by_name = TRUE };

  if (!g_str_is_ascii (name))
    return;
  joined = buoy_original_join_name (name);
  buoy_original_init (&original, joined, lookalikes->texts);
  if ((!original.distinctive && !buoy_name_mixes_digits (joined))
      || find (lookalikes, lookalikes->names, original.skeleton) != NULL)
    return;
  add_key (lookalikes, lookalikes->names, original.skeleton, lookalikes->originals->len);
  g_array_append_val (lookalikes->originals, original);
}

/* Two labels are registrable, and three under "co.jp"; of others, some are the host of one service. */
static gboolean
is_site (const char *domain)
{
  const char *dot = strchr (domain, '.');
  const char *last = strrchr (domain, '.');

  return dot != NULL
         && (dot == last || (last - dot <= 4 && strlen (last) == 3) || buoy_host_registrable_domain (domain) == domain);
}

static void
add_brand (BuoyLookalikes *lookalikes, const BuoyBrand *brand)
{
  const guint first = lookalikes->originals->len;
  char **hosts;

  /* Bounded: the registry gives them, buoy_brand_get_own_hosts() */
  for (guint list = 0; (hosts = buoy_brand_get_own_hosts (brand, list)) != NULL; list++)
    for (guint i = 0; hosts[i] != NULL; i++)
      if (is_site (hosts[i]))
        add_domain (lookalikes, hosts[i], brand);
  for (guint i = 0; brand->names[i] != NULL && lookalikes->originals->len > first; i++)
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
add_slip (BuoyLookalikes *lookalikes, guint32 hash, guint32 position)
{
  guint32 i = hash & (lookalikes->n_slots - 1);

  while (lookalikes->slips[i].original != EMPTY)
    i = (i + 1) & (lookalikes->n_slots - 1);
  lookalikes->slips[i] = (Slot){ hash, position };
}

/* One original a skeleton: amazon.com stands for amazon.de too. */
static gboolean
is_first (const BuoyLookalikes *lookalikes, const BuoyOriginal *original)
{
  return find (lookalikes, lookalikes->names, original->skeleton) == original;
}

static void
index_slips (BuoyLookalikes *lookalikes)
{
  const GArray *originals = lookalikes->originals;
  guint n = 1;

  for (guint i = 0; i < originals->len; i++)
    {
      const BuoyOriginal *original = &g_array_index (originals, BuoyOriginal, i);

      if (buoy_original_can_slip (original) && is_first (lookalikes, original))
        n += (guint) strlen (original->letters) + 1;
    }
  for (lookalikes->n_slots = 2; lookalikes->n_slots < n + n / 3;) /* at most three quarters full */
    lookalikes->n_slots *= 2;
  lookalikes->slips = g_new (Slot, lookalikes->n_slots);
  memset (lookalikes->slips, 0xff, lookalikes->n_slots * sizeof (Slot));

  for (guint i = 0; i < originals->len; i++)
    {
      const BuoyOriginal *original = &g_array_index (originals, BuoyOriginal, i);
      const gsize length = strlen (original->letters);

      if (!buoy_original_can_slip (original) || !is_first (lookalikes, original))
        continue;
      /* Bounded: BUOY_MAX_LABEL */
      for (gsize skipped = 0; skipped <= length; skipped++)
        add_slip (lookalikes, hash_without (original->letters, length, skipped), i);
    }
}

static gpointer
index_brands (gpointer unused)
{
  const BuoyBrands *brands = buoy_brands_get_default ();
  BuoyLookalikes *lookalikes = lookalikes_new ();

  for (guint i = 0; i < buoy_brands_get_n (brands); i++)
    add_brand (lookalikes, buoy_brands_get (brands, i));
  index_slips (lookalikes);
  return lookalikes;
}

const BuoyLookalikes *
buoy_lookalikes_get_default (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, index_brands, NULL);
}

/* A brand's own domain is the registry's business, whoever knows it. */
static void
add_known_host (BuoyLookalikes *lookalikes, const char *host)
{
  g_autofree char *ascii = buoy_host_to_ascii (host);
  const char *site = buoy_host_registrable_domain (ascii);

  if (site == NULL || buoy_free_mail_is (site) || buoy_lookalikes_has (lookalikes, site)
      || buoy_brands_find_by_host (buoy_brands_get_default (), site) != NULL)
    return;
  add_domain (lookalikes, g_string_chunk_insert (lookalikes->texts, site), NULL);
}

static void
add_known_address (BuoyLookalikes *lookalikes, const char *address)
{
  const char *at = strrchr (address, '@');

  if (at != NULL)
    add_known_host (lookalikes, at + 1);
}

BuoyLookalikes *
buoy_lookalikes_new_for_context (const BuoyContext *context)
{
  g_autoptr (BuoyLookalikes) lookalikes = lookalikes_new ();

  for (guint i = 0; i < context->own_domains->len; i++)
    add_known_host (lookalikes, g_ptr_array_index (context->own_domains, i));
  for (guint i = 0; i < context->own_addresses->len; i++)
    add_known_address (lookalikes, g_ptr_array_index (context->own_addresses, i));
  for (guint i = 0; i < context->contacts->len; i++)
    {
      const BuoyContact *contact = g_ptr_array_index (context->contacts, i);

      add_known_address (lookalikes, contact->address);
    }
  if (lookalikes->originals->len == 0)
    return NULL;
  index_slips (lookalikes);
  return g_steal_pointer (&lookalikes);
}

const BuoyOriginal *
buoy_lookalikes_find_name (const BuoyLookalikes *lookalikes, const char *skeleton)
{
  return find (lookalikes, lookalikes->names, skeleton);
}

const BuoyOriginal *
buoy_lookalikes_find_domain (const BuoyLookalikes *lookalikes, const char *skeleton)
{
  return find (lookalikes, lookalikes->domains, skeleton);
}

gboolean
buoy_lookalikes_has_under (const BuoyLookalikes *lookalikes, const BuoyOriginal *original, const char *suffix)
{
  g_autofree char *domain = g_strdup_printf ("%.*s.%s", (int) original->label_length, original->domain, suffix);

  return !original->is_by_name && buoy_lookalikes_has (lookalikes, domain);
}

gboolean
buoy_lookalikes_has (const BuoyLookalikes *lookalikes, const char *domain)
{
  return g_hash_table_contains (lookalikes->known, domain);
}

/* @best: what was found before, which only a sure one replaces. */
static const BuoyOriginal *
find_in_slots (const BuoyLookalikes *lookalikes, guint32 hash, const char *letters, const BuoyOriginal *best,
               BuoySlip *slip)
{
  for (guint32 i = hash & (lookalikes->n_slots - 1); lookalikes->slips[i].original != EMPTY;
       i = (i + 1) & (lookalikes->n_slots - 1))
    {
      const BuoyOriginal *original
          = &g_array_index (lookalikes->originals, BuoyOriginal, lookalikes->slips[i].original);
      const BuoySlip found
          = lookalikes->slips[i].hash == hash ? buoy_lookalike_compare (letters, original) : BUOY_SLIP_NONE;

      if (found <= *slip)
        continue;
      best = original;
      *slip = found;
    }
  return best;
}

const BuoyOriginal *
buoy_lookalikes_find_slip (const BuoyLookalikes *lookalikes, const char *letters, BuoySlip *out_slip)
{
  const gsize length = strlen (letters);
  const BuoyOriginal *best = NULL;
  BuoySlip slip = BUOY_SLIP_NONE;

  if (length > BUOY_MAX_LABEL)
    return NULL;
  for (gsize skipped = 0; skipped <= length && slip < BUOY_SLIP_SURE; skipped++)
    best = find_in_slots (lookalikes, hash_without (letters, length, skipped), letters, best, &slip);
  if (best != NULL)
    *out_slip = slip;
  return best;
}
