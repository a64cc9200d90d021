/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads one group of data/brands.ini as a brand; the file's header describes the keys.
 */
#include "config.h"

#include "registry/buoy-brands-private.h"

#include "base/host/buoy-host.h"
#include "base/text/buoy-text.h"
#include "buoy-types.h"

#include <string.h>

/* Most lists of most brands are empty and share this one. */
static char *no_list[] = { NULL };

static void
list_free (char **list)
{
  if (list != no_list)
    g_strfreev (list);
}

void
buoy_brand_free (gpointer data)
{
  BuoyBrand *brand = data;

  g_free (brand->id);
  g_free (brand->title);
  g_free (brand->group);
  list_free (brand->names);
  list_free (brand->ambiguous_names);
  list_free (brand->people);
  list_free (brand->domains);
  list_free (brand->suffixes);
  list_free (brand->mail_domains);
  list_free (brand->webmail);
  list_free (brand->customers);
  g_free (brand);
}

/* Most keys are absent, and reading an absent key makes GKeyFile format a translated error. */
static gboolean
has (GKeyFile *file, const char *group, const char *key)
{
  return g_key_file_has_key (file, group, key, NULL);
}

/* A list; empty if the key is absent. */
static char **
read_list (GKeyFile *file, const char *group, const char *key)
{
  char **list = has (file, group, key) ? g_key_file_get_string_list (file, group, key, NULL, NULL) : NULL;

  return list != NULL ? list : no_list;
}

gboolean
buoy_brand_fault (GError **error, const char *group, const char *key, const char *why)
{
  g_set_error (error, BUOY_ERROR, BUOY_ERROR_DATA, "[%s] %s: %s", group, key, why);
  return FALSE;
}

static gboolean
read_names (GKeyFile *file, const char *group, const char *key, char ***out_names, GError **error)
{
  char **names = read_list (file, group, key);

  *out_names = names;
  for (guint i = 0; names[i] != NULL; i++)
    {
      char *folded = buoy_text_fold (names[i]);

      g_free (names[i]);
      names[i] = folded;
      if (*folded == '\0')
        return buoy_brand_fault (error, group, key, "a name is empty");
    }
  return TRUE;
}

static gboolean
fill_brand (BuoyBrand *brand, GKeyFile *file, const char *group, GError **error)
{
  brand->id = g_strdup (group);
  brand->title = g_key_file_get_string (file, group, "title", NULL);
  if (has (file, group, "group"))
    brand->group = g_key_file_get_string (file, group, "group", NULL);
  brand->shared = has (file, group, "shared") && g_key_file_get_boolean (file, group, "shared", NULL);

  if (!read_names (file, group, "names", &brand->names, error)
      || !read_names (file, group, "bare", &brand->ambiguous_names, error)
      || !read_names (file, group, "people", &brand->people, error))
    return FALSE;
  brand->domains = read_list (file, group, "domains");
  brand->suffixes = read_list (file, group, "suffixes");
  brand->mail_domains = read_list (file, group, "mail");
  brand->webmail = read_list (file, group, "webmail");
  brand->customers = read_list (file, group, "customers");
  if (brand->title == NULL)
    return buoy_brand_fault (error, group, "title", "is missing");
  if (brand->names[0] == NULL && brand->ambiguous_names[0] == NULL)
    return buoy_brand_fault (error, group, "names", "there is neither a name nor a bare one");
  if (brand->domains[0] == NULL)
    return buoy_brand_fault (error, group, "domains", "there is none");
  return TRUE;
}

/* Adds listed domains after the hand-written ones, the first of which is shown to readers. */
static void
add_listed_domains (BuoyBrand *brand, GKeyFile *lists)
{
  g_auto (GStrv) names = g_key_file_get_keys (lists, brand->id, NULL, NULL);
  GStrvBuilder *all = names != NULL ? g_strv_builder_new () : NULL;

  if (all == NULL)
    return;
  g_strv_builder_addv (all, (const char **) brand->domains);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_auto (GStrv) domains = g_key_file_get_string_list (lists, brand->id, names[i], NULL, NULL);

      if (domains != NULL)
        g_strv_builder_addv (all, (const char **) domains);
    }
  list_free (brand->domains);
  brand->domains = g_strv_builder_end (all);
  g_strv_builder_unref (all);
}

BuoyBrand *
buoy_brand_read (GKeyFile *file, GKeyFile *more, const char *group, GError **error)
{
  BuoyBrand *brand = g_new0 (BuoyBrand, 1);

  if (!fill_brand (brand, file, group, error))
    {
      buoy_brand_free (brand);
      return NULL;
    }
  if (more != NULL && g_key_file_has_group (more, group))
    add_listed_domains (brand, more);
  return brand;
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
