/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * All of data/brands.ini: which brand owns a host, and which brands a text names.
 */
#include "config.h"

#include "registry/buoy-brands-private.h"

#include "base/host/buoy-host.h"
#include "base/text/buoy-text.h"
#include "buoy-types.h"
#include "registry/buoy-data-lines.h"
#include "registry/buoy-data.h"
#include "registry/buoy-vetted.h"

#include <string.h>

#define BRANDS "brands.ini"
#define LISTED_DOMAINS "brand-domains.ini"
#define MIN_CONFUSABLE_NAME 4  /* letters; shorter names become other words when i, l and 1 are treated as one letter */
#define MIN_CONFUSABLE_KANA 12 /* bytes of a name in Japanese, four letters */

struct _BuoyBrands
{
  GPtrArray *texts;    /* of char *: files, of which the brands' texts are parts */
  GPtrArray *brands;   /* of BuoyBrand, in file order */
  GHashTable *domains; /* domain, or top-level domain of a brand → its BuoyBrand */
  GHashTable *mail_domains;
  GHashTable *groups;           /* group → GPtrArray of its BuoyBrand */
  GHashTable *confusable_names; /* buoy_text_fold_confusable() of a name → its BuoyBrand */
  BuoyBrandNames names;
};

void
buoy_brands_free (BuoyBrands *brands)
{
  g_hash_table_unref (brands->confusable_names);
  g_hash_table_unref (brands->groups);
  g_hash_table_unref (brands->mail_domains);
  g_hash_table_unref (brands->domains);
  buoy_brand_names_clear (&brands->names);
  g_ptr_array_unref (brands->brands);
  g_ptr_array_unref (brands->texts);
  g_free (brands);
}

static BuoyBrands *
brands_new (void)
{
  BuoyBrands *brands = g_new0 (BuoyBrands, 1);

  brands->texts = g_ptr_array_new_with_free_func (g_free);
  brands->brands = g_ptr_array_new_with_free_func (buoy_brand_free);
  brands->domains = g_hash_table_new (g_str_hash, g_str_equal);
  brands->mail_domains = g_hash_table_new (g_str_hash, g_str_equal);
  brands->groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  brands->confusable_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return brands;
}

char **
buoy_brand_get_own_hosts (const BuoyBrand *brand, guint list)
{
  char **lists[] = { brand->domains, brand->suffixes, brand->webmail, brand->customers };

  return list < G_N_ELEMENTS (lists) ? lists[list] : NULL;
}

static void
add_to_group (BuoyBrands *brands, BuoyBrand *brand)
{
  if (brand->group == NULL)
    return;

  brand->siblings = g_hash_table_lookup (brands->groups, brand->group);
  if (brand->siblings == NULL)
    {
      brand->siblings = g_ptr_array_new ();
      g_hash_table_insert (brands->groups, (gpointer) brand->group, brand->siblings);
    }
  g_ptr_array_add (brand->siblings, brand);
}

static void
add_confusable_names (BuoyBrands *brands, BuoyBrand *brand)
{
  for (guint i = 0; brand->names[i] != NULL; i++)
    if (strlen (brand->names[i]) >= (g_str_is_ascii (brand->names[i]) ? MIN_CONFUSABLE_NAME : MIN_CONFUSABLE_KANA))
      g_hash_table_insert (brands->confusable_names, buoy_text_fold_confusable (brand->names[i]), brand);
}

static gboolean
add_domains (BuoyBrands *brands, BuoyBrand *brand, GError **error)
{
  char **hosts;

  /* Bounded: the registry gives them, buoy_brand_get_own_hosts() */
  for (guint list = 0; (hosts = buoy_brand_get_own_hosts (brand, list)) != NULL; list++)
    for (guint i = 0; hosts[i] != NULL; i++)
      if (!g_hash_table_insert (brands->domains, hosts[i], brand))
        {
          g_autofree char *why = g_strdup_printf ("\"%s\" stands in the file twice", hosts[i]);

          return buoy_brand_fault (error, brand->id, "domains", why);
        }
  for (guint i = 0; brand->mail_domains[i] != NULL; i++)
    g_hash_table_insert (brands->mail_domains, brand->mail_domains[i], brand);
  return TRUE;
}

/* Takes @text. */
static gboolean
read_brands (BuoyBrands *brands, char *text, GError **error)
{
  BuoyBrand *brand = NULL;
  g_autoptr (GError) local = NULL;
  BuoyDataLines lines;

  g_ptr_array_add (brands->texts, text);
  buoy_data_lines_init (&lines, text);
  while (buoy_data_lines_next (&lines, &local))
    {
      if (brand == NULL || brand->id != lines.group)
        {
          if (brand != NULL && !buoy_brand_is_complete (brand, error))
            return FALSE;
          brand = buoy_brand_new (lines.group);
          g_ptr_array_add (brands->brands, brand);
        }
      if (!buoy_brand_read (brand, lines.key, lines.value, error))
        return FALSE;
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return brand == NULL || buoy_brand_is_complete (brand, error);
}

/* Takes @text. Both files are sorted by id. */
static gboolean
read_listed_domains (BuoyBrands *brands, char *text, GError **error)
{
  g_autoptr (GError) local = NULL;
  guint i = 0;
  BuoyDataLines lines;

  g_ptr_array_add (brands->texts, text);
  buoy_data_lines_init (&lines, text);
  while (buoy_data_lines_next (&lines, &local))
    {
      BuoyBrand *brand;

      while (i < brands->brands->len && strcmp (buoy_brands_get (brands, i)->id, lines.group) < 0)
        i++;
      brand = i < brands->brands->len ? g_ptr_array_index (brands->brands, i) : NULL;
      if (brand == NULL || strcmp (brand->id, lines.group) != 0)
        return buoy_brand_fault (error, lines.group, lines.key, "there is no such brand");
      buoy_brand_add_domains (brand, lines.value);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
}

static gboolean
index_all (BuoyBrands *brands, GError **error)
{
  for (guint i = 0; i < brands->brands->len; i++)
    {
      BuoyBrand *brand = g_ptr_array_index (brands->brands, i);

      if (!add_domains (brands, brand, error))
        return FALSE;
      add_to_group (brands, brand);
      add_confusable_names (brands, brand);
    }
  buoy_brand_names_init (&brands->names, brands->brands);
  return TRUE;
}

BuoyBrands *
buoy_brands_new_from_data (const char *data, gsize length, GError **error)
{
  g_autoptr (BuoyBrands) brands = brands_new ();

  if (!read_brands (brands, g_strndup (data, length), error) || !index_all (brands, error))
    return NULL;
  for (guint i = 0; i < brands->brands->len; i++)
    if (!buoy_brand_check (g_ptr_array_index (brands->brands, i), error))
      return NULL;
  return g_steal_pointer (&brands);
}

static gpointer
read_default (gpointer unused)
{
  g_autoptr (GError) error = NULL;
  BuoyBrands *brands = brands_new ();

  if (!read_brands (brands, buoy_data_read_text (BRANDS), &error))
    g_error ("%s: %s", BRANDS, error->message);
  if (!read_listed_domains (brands, buoy_data_read_text (LISTED_DOMAINS), &error))
    g_error ("%s: %s", LISTED_DOMAINS, error->message);
  if (!index_all (brands, &error))
    g_error ("%s, %s: %s", BRANDS, LISTED_DOMAINS, error->message);
  return brands;
}

const BuoyBrands *
buoy_brands_get_default (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, read_default, NULL);
}

/* The brand that runs the top-level domain of @host, or that alone can have @host under a suffix for banks. (nullable)
 */
static const BuoyBrand *
find_by_vetted_name (const BuoyBrands *brands, const char *host)
{
  const char *dot = host != NULL ? strrchr (host, '.') : NULL;
  const BuoyBrand *brand = dot != NULL ? g_hash_table_lookup (brands->domains, dot + 1) : NULL;
  g_auto (GStrv) homes = brand == NULL ? buoy_vetted_get_homes (host) : NULL;

  for (guint i = 0; brand == NULL && homes != NULL && homes[i] != NULL; i++)
    brand = g_hash_table_lookup (brands->domains, homes[i]);
  return brand;
}

const BuoyBrand *
buoy_brands_find_by_host (const BuoyBrands *brands, const char *ascii_host)
{
  const BuoyBrand *brand = buoy_host_look_up (brands->domains, ascii_host);

  if (brand == NULL)
    brand = find_by_vetted_name (brands, ascii_host);
  return brand != NULL ? brand : buoy_host_look_up (brands->mail_domains, ascii_host);
}

static gboolean
list_has (char **domains, const char *host)
{
  for (guint i = 0; domains[i] != NULL; i++)
    if (buoy_host_is_within (host, domains[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_itself (const BuoyBrand *brand, const char *host, const GStrv homes)
{
  char **hosts;

  for (guint list = 0; (hosts = buoy_brand_get_own_hosts (brand, list)) != NULL; list++)
    if (list_has (hosts, host))
      return TRUE;
  for (guint i = 0; homes != NULL && homes[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) brand->domains, homes[i]))
      return TRUE;
  return FALSE;
}

gboolean
buoy_brand_owns (const BuoyBrand *brand, const char *ascii_host)
{
  g_auto (GStrv) homes = NULL;

  if (ascii_host == NULL)
    return FALSE;
  homes = buoy_vetted_get_homes (ascii_host);
  if (has_itself (brand, ascii_host, homes))
    return TRUE;
  for (guint i = 0; brand->siblings != NULL && i < brand->siblings->len; i++)
    if (has_itself (g_ptr_array_index (brand->siblings, i), ascii_host, homes))
      return TRUE;
  return FALSE;
}

gboolean
buoy_brand_uses (const BuoyBrand *brand, const char *ascii_host)
{
  if (ascii_host == NULL)
    return FALSE;
  return buoy_brand_owns (brand, ascii_host) || list_has (brand->mail_domains, ascii_host);
}

static gboolean
begins_with_name (const char *name, char **names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      const gsize length = strlen (names[i]);

      if (strncmp (name, names[i], length) == 0 && name[length] != '\0' && !g_ascii_isalnum (name[length]))
        return TRUE;
    }
  return FALSE;
}

gboolean
buoy_brand_answers_for (const BuoyBrand *brand, const BuoyBrand *other)
{
  for (guint i = 0; brand->names[i] != NULL; i++)
    if (begins_with_name (brand->names[i], other->names))
      return TRUE;
  return FALSE;
}

gboolean
buoy_brand_is_mailbox_host (const BuoyBrand *brand, const char *ascii_host)
{
  if (ascii_host == NULL)
    return FALSE;
  return g_strv_contains ((const char *const *) brand->webmail, ascii_host)
         || g_strv_contains ((const char *const *) brand->customers, ascii_host);
}

GArray *
buoy_brands_find_names (const BuoyBrands *brands, const char *folded)
{
  return buoy_brand_names_find (&brands->names, folded);
}

const BuoyBrand *
buoy_brands_find_confusable (const BuoyBrands *brands, const char *confusable)
{
  return g_hash_table_lookup (brands->confusable_names, confusable);
}

guint
buoy_brands_get_n (const BuoyBrands *brands)
{
  return brands->brands->len;
}

const BuoyBrand *
buoy_brands_get (const BuoyBrands *brands, guint index)
{
  return index < brands->brands->len ? g_ptr_array_index (brands->brands, index) : NULL;
}

const BuoyBrand *
buoy_brands_find_by_own_site (const BuoyBrands *brands, const char *ascii_host)
{
  const BuoyBrand *brand = buoy_brands_find_by_host (brands, ascii_host);

  if (brand == NULL || !buoy_brand_owns (brand, ascii_host) || buoy_brand_is_mailbox_host (brand, ascii_host))
    return NULL;
  return brand;
}

gboolean
buoy_brand_is_sibling (const BuoyBrand *a, const BuoyBrand *b)
{
  return a == b || (a != NULL && b != NULL && a->siblings != NULL && a->siblings == b->siblings);
}
