/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Looks a domain up in the registry first, then among look-alikes, and only then for the brand's name in it.
 */
#include "config.h"

#include "evidence/identity/buoy-brand-relation.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "evidence/lookalike/buoy-lookalike.h"
#include "registry/buoy-vetted.h"

#define MIN_RUN_IN 5 /* letters of a name that is joined to another word: "capitaloneshopping" */
#define MIN_WORD 3   /* letters of a name between hyphens: "dhl-news" */

/* Whether @site is a look-alike of the brand. Sub-domains can have any name, so only the registrable domain counts. */
static gboolean
imitates (const BuoyBrand *brand, const char *site)
{
  BuoyLookalike *lookalike = buoy_lookalike_find (buoy_protected_names_get_default (), site, site);
  const gboolean found = lookalike != NULL && lookalike->strength >= BUOY_STRENGTH_MEDIUM
                         && buoy_brand_is_sibling (lookalike->brand, brand);

  g_clear_pointer (&lookalike, buoy_lookalike_free);
  return found;
}

static char *
without_hyphens (const char *name)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *copy = g_strdup (name);

  g_strdelimit (copy, " .&'+", '-');
  parts = g_strsplit (copy, "-", -1);
  return g_strjoinv ("", parts);
}

gboolean
buoy_label_bears (const char *label, const char *name)
{
  g_autofree char *joined_label = without_hyphens (label);
  g_autofree char *joined_name = without_hyphens (name);
  const gsize length = strlen (joined_name);
  g_auto (GStrv) words = NULL;

  if (length < MIN_WORD)
    return FALSE;
  if (g_str_equal (joined_label, joined_name))
    return TRUE;
  if (length >= MIN_RUN_IN
      && (g_str_has_prefix (joined_label, joined_name) || g_str_has_suffix (joined_label, joined_name)))
    return TRUE;
  words = g_strsplit_set (label, "- ", -1);
  return g_strv_contains ((const char *const *) words, joined_name);
}

static gboolean
bears_any (const char *label, char **names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_is_ascii (names[i]) && buoy_label_bears (label, names[i]))
      return TRUE;
  return FALSE;
}

/* Short labels of its domains are left out: they may be common words. Short names like "dhl" are in the registry. */
static gboolean
is_own_named (const BuoyBrand *brand, const char *site)
{
  g_autofree char *label = g_strndup (site, strcspn (site, "."));

  if (bears_any (label, brand->names) || bears_any (label, brand->ambiguous_names))
    return TRUE;
  for (guint i = 0; brand->domains[i] != NULL; i++)
    {
      g_autofree char *name = g_strndup (brand->domains[i], strcspn (brand->domains[i], "."));

      if (strlen (name) >= MIN_RUN_IN && buoy_label_bears (label, name))
        return TRUE;
    }
  return FALSE;
}

BuoyBrandRelation
buoy_brand_relation (const BuoyBrand *brand, const char *ascii_domain)
{
  const char *site = buoy_host_registrable_domain (ascii_domain);

  if (buoy_brand_uses (brand, ascii_domain))
    return BUOY_BRAND_REGISTERED;
  if (site == NULL || buoy_host_is_private_suffix (strchr (site, '.') + 1))
    return BUOY_BRAND_UNRELATED;
  if (imitates (brand, site))
    return BUOY_BRAND_LOOKALIKE;
  if (buoy_vetted_is_authority (brand, ascii_domain) || buoy_vetted_is_company (brand, ascii_domain))
    return BUOY_BRAND_VETTED;
  /* an authority has no reason to leave the suffix that only authorities get */
  if (buoy_vetted_is_authority_only (brand) || !is_own_named (brand, site))
    return BUOY_BRAND_UNRELATED;
  return buoy_lookalike_is_cheap (site) ? BUOY_BRAND_CHEAPLY_NAMED : BUOY_BRAND_OWN_NAMED;
}
