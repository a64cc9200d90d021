/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Governments reserve suffixes for authorities (.gov, go.jp, lg.jp, gouv.fr), and JPRS gives each company registered in
 * Japan one co.jp name. No registry of brands can list all authorities and subsidiaries.
 */
#include "config.h"

#include "registry/buoy-vetted.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "registry/buoy-senders.h"

/* Suffixes for banks and insurers, whose registries require the licence, and the open suffixes under which the same
 * bank has the same name.
 */
static const struct
{
  const char *suffix;
  const char *homes[4];
} bank_suffixes[] = {
  { "bank.in", { "com", "in", "co.in" } },
  { "fin.in", { "com", "in", "co.in" } },
  { "b.br", { "com.br" } },
  { "bank", { "com", "net" } },
  { "insurance", { "com", "net" } },
};

#define MIN_NAME_LETTERS 3 /* of a word that is a name: "au" and "to" are parts of other names */

/* "jp" for "www.soumu.go.jp", "gov" for "www.irs.gov"; NULL if @host does not belong to an authority. */
static const char *
country_of_authority (const char *host)
{
  static const char *const kept[] = { "gov", "go", "lg", "gob", "gouv", "govt", "gub", "gv", NULL };
  const char *last = host != NULL ? strrchr (host, '.') : NULL;
  g_autofree char *second = NULL;
  const char *start;

  if (last == NULL || g_str_equal (last + 1, "gov"))
    return last != NULL ? last + 1 : NULL;
  if (strlen (last + 1) != 2)
    return NULL;
  start = g_strrstr_len (host, last - host, ".");
  if (start == NULL)
    return NULL;
  second = g_strndup (start + 1, last - start - 1);
  return g_strv_contains (kept, second) ? last + 1 : NULL;
}

/* Whether @host is of a service that sends only for authorities. */
static gboolean
is_agent (const char *host)
{
  const BuoySender *service = buoy_senders_find_by_host (host);

  return service != NULL && service->authorities;
}

gboolean
buoy_vetted_is_authority (const BuoyBrand *brand, const char *ascii_host)
{
  const char *country = country_of_authority (ascii_host);
  const gboolean any_country = is_agent (ascii_host);

  for (guint i = 0; (country != NULL || any_country) && brand->domains[i] != NULL; i++)
    {
      const char *own = country_of_authority (brand->domains[i]);

      if (own != NULL && (any_country || g_str_equal (own, country)))
        return TRUE;
    }
  return FALSE;
}

gboolean
buoy_vetted_is_authority_only (const BuoyBrand *brand)
{
  for (guint i = 0; brand->domains[i] != NULL; i++)
    if (country_of_authority (brand->domains[i]) == NULL)
      return FALSE;
  return brand->domains[0] != NULL;
}

/* Whether @name is one of several words of @label, with hyphens between them: "tepco-ht". */
static gboolean
has_word (const char *label, const char *name)
{
  g_auto (GStrv) words = g_strsplit (label, "-", -1);

  return strlen (name) >= MIN_NAME_LETTERS && g_strv_length (words) > 1
         && g_strv_contains ((const char *const *) words, name);
}

static gboolean
bears_name (const BuoyBrand *brand, const char *label)
{
  for (guint i = 0; brand->names[i] != NULL; i++)
    if (has_word (label, brand->names[i]))
      return TRUE;
  for (guint i = 0; brand->domains[i] != NULL; i++)
    {
      g_autofree char *own = g_strndup (brand->domains[i], strcspn (brand->domains[i], "."));

      if (has_word (label, own))
        return TRUE;
    }
  return FALSE;
}

gboolean
buoy_vetted_is_company (const BuoyBrand *brand, const char *ascii_host)
{
  const char *site = buoy_host_registrable_domain (ascii_host);
  g_autofree char *label = site != NULL ? g_strndup (site, strcspn (site, ".")) : NULL;

  return label != NULL && g_str_equal (site + strlen (label), ".co.jp") && bears_name (brand, label);
}

/* "hdfcbank" for "mail.hdfcbank.bank.in"; NULL if @host is not under @suffix. */
static char *
label_under (const char *host, const char *suffix)
{
  const gsize length = strlen (host);
  const gsize suffix_length = strlen (suffix);
  const char *start;
  const char *end;

  if (length <= suffix_length || !buoy_host_is_within (host, suffix))
    return NULL;
  end = host + length - suffix_length - 1;
  for (start = end; start > host && start[-1] != '.';)
    start--;
  return g_strndup (start, (gsize) (end - start));
}

GStrv
buoy_vetted_get_homes (const char *ascii_host)
{
  for (guint i = 0; ascii_host != NULL && i < G_N_ELEMENTS (bank_suffixes); i++)
    {
      g_autofree char *label = label_under (ascii_host, bank_suffixes[i].suffix);
      g_autoptr (GStrvBuilder) homes = label != NULL ? g_strv_builder_new () : NULL;

      for (guint k = 0; homes != NULL && bank_suffixes[i].homes[k] != NULL; k++)
        {
          g_autofree char *home = g_strconcat (label, ".", bank_suffixes[i].homes[k], NULL);

          g_strv_builder_add (homes, home);
        }
      if (homes != NULL)
        return g_strv_builder_end (homes);
    }
  return NULL;
}
