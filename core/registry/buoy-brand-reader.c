/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads one group of data/brands.ini as a brand; the file's header describes the keys.
 */
#include "config.h"

#include "registry/buoy-brands-private.h"

#include "base/host/buoy-host.h"
#include "base/text/buoy-text.h"
#include "buoy-types.h"
#include "registry/buoy-data-lines.h"

#include <string.h>

/* Most lists of most brands are empty and share this one. */
static char *no_list[] = { NULL };

static const struct
{
  const char *key;
  gsize offset;     /* of the list in BuoyBrand */
  gboolean is_text; /* folded; the items belong to the brand, others to the text that they were read from */
} lists[] = {
  { "names", G_STRUCT_OFFSET (BuoyBrand, names), TRUE },
  { "bare", G_STRUCT_OFFSET (BuoyBrand, ambiguous_names), TRUE },
  { "people", G_STRUCT_OFFSET (BuoyBrand, people), TRUE },
  { "domains", G_STRUCT_OFFSET (BuoyBrand, domains), FALSE },
  { "suffixes", G_STRUCT_OFFSET (BuoyBrand, suffixes), FALSE },
  { "mail", G_STRUCT_OFFSET (BuoyBrand, mail_domains), FALSE },
  { "webmail", G_STRUCT_OFFSET (BuoyBrand, webmail), FALSE },
  { "customers", G_STRUCT_OFFSET (BuoyBrand, customers), FALSE },
};

#define LIST(brand, i) ((char ***) G_STRUCT_MEMBER_P (brand, lists[i].offset))

BuoyBrand *
buoy_brand_new (const char *id)
{
  BuoyBrand *brand = g_new0 (BuoyBrand, 1);

  brand->id = id;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    *LIST (brand, i) = no_list;
  return brand;
}

void
buoy_brand_free (gpointer data)
{
  BuoyBrand *brand = data;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (*LIST (brand, i) != no_list && lists[i].is_text)
      g_strfreev (*LIST (brand, i));
    else if (*LIST (brand, i) != no_list)
      g_free (*LIST (brand, i));
  g_free (brand);
}

gboolean
buoy_brand_fault (GError **error, const char *group, const char *key, const char *why)
{
  g_set_error (error, BUOY_ERROR, BUOY_ERROR_DATA, "[%s] %s: %s", group, key, why);
  return FALSE;
}

static gboolean
fold_names (const BuoyBrand *brand, const char *key, char **names, GError **error)
{
  gboolean is_empty = FALSE;

  for (guint i = 0; names[i] != NULL; i++)
    {
      names[i] = buoy_text_fold (names[i]);
      is_empty |= *names[i] == '\0';
    }
  return !is_empty || buoy_brand_fault (error, brand->id, key, "a name is empty");
}

static gboolean
read_list (BuoyBrand *brand, guint i, char *value, GError **error)
{
  if (*LIST (brand, i) != no_list)
    return buoy_brand_fault (error, brand->id, lists[i].key, "stands there twice");
  *LIST (brand, i) = buoy_data_split (value);
  return !lists[i].is_text || fold_names (brand, lists[i].key, *LIST (brand, i), error);
}

gboolean
buoy_brand_read (BuoyBrand *brand, const char *key, char *value, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (key, lists[i].key))
      return read_list (brand, i, value, error);
  if (g_str_equal (key, "title"))
    brand->title = value;
  else if (g_str_equal (key, "group"))
    brand->group = value;
  else if (g_str_equal (key, "shared"))
    brand->shared = g_str_equal (value, "true");
  else
    return buoy_brand_fault (error, brand->id, key, "there is no such key");
  return TRUE;
}

gboolean
buoy_brand_is_complete (const BuoyBrand *brand, GError **error)
{
  if (brand->title == NULL)
    return buoy_brand_fault (error, brand->id, "title", "is missing");
  if (brand->names[0] == NULL && brand->ambiguous_names[0] == NULL)
    return buoy_brand_fault (error, brand->id, "names", "there is neither a name nor a bare one");
  return brand->domains[0] != NULL || buoy_brand_fault (error, brand->id, "domains", "there is none");
}

void
buoy_brand_add_domains (BuoyBrand *brand, char *value)
{
  g_autofree char **more = buoy_data_split (value);
  const guint n = g_strv_length (brand->domains);
  const guint n_more = g_strv_length (more);

  /* after the hand-written ones, the first of which is shown to readers; a complete brand has one */
  brand->domains = g_renew (char *, brand->domains, n + n_more + 1);
  memcpy (brand->domains + n, more, (n_more + 1) * sizeof (char *));
}

static gboolean
check_domains (const char *group, const char *key, char **domains, GError **error)
{
  for (guint i = 0; domains[i] != NULL; i++)
    {
      g_autofree char *ascii = buoy_host_to_ascii (domains[i]);
      g_autofree char *why = NULL;

      if (g_strcmp0 (ascii, domains[i]) == 0 && buoy_host_registrable_domain (ascii) != NULL)
        continue;
      why = g_strdup_printf ("\"%s\" is not the ASCII form of a domain", domains[i]);
      return buoy_brand_fault (error, group, key, why);
    }
  return TRUE;
}

static gboolean
check_suffixes (const BuoyBrand *brand, GError **error)
{
  for (guint i = 0; brand->suffixes[i] != NULL; i++)
    {
      g_autofree char *why = NULL;

      if (strchr (brand->suffixes[i], '.') == NULL)
        continue;
      why = g_strdup_printf ("\"%s\" is no top-level domain", brand->suffixes[i]);
      return buoy_brand_fault (error, brand->id, "suffixes", why);
    }
  return TRUE;
}

gboolean
buoy_brand_check (const BuoyBrand *brand, GError **error)
{
  return check_domains (brand->id, "domains", brand->domains, error) && check_suffixes (brand, error)
         && check_domains (brand->id, "mail", brand->mail_domains, error)
         && check_domains (brand->id, "webmail", brand->webmail, error)
         && check_domains (brand->id, "customers", brand->customers, error);
}
