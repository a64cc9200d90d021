/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "evidence/identity/buoy-identity-address.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "base/shown/buoy-shown-host.h"
#include "evidence/buoy-evidence.h"
#include "evidence/identity/buoy-claim.h"
#include "evidence/identity/buoy-identity-words.h"
#include "registry/buoy-senders.h"

#define MAX_LOCAL_PART 512 /* RFC 5321 §4.5.3.1.1 allows 64 */
#define MIN_JOINED_NAME 6  /* letters of a name without a word boundary: "loginpaypal" */

/* Adds brands whose name is the whole local part or domain label, except for role words. */
static void
find_in_label (GPtrArray *claims, const char *label)
{
  g_autofree char *words = g_ascii_strdown (label, -1);
  g_autoptr (GArray) matches = NULL;

  g_strdelimit (words, "-_.+", ' ');
  matches = buoy_brands_find_names (buoy_brands_get_default (), words);
  /* Bounded: MAX_LOCAL_PART, or the label of a host */
  for (guint i = 0; i < matches->len; i++)
    {
      const BuoyBrandMatch *match = &g_array_index (matches, BuoyBrandMatch, i);

      if (!match->ambiguous && buoy_words_are_whole (words, match))
        buoy_claim_add (claims, match->brand, BUOY_CLAIM_LOCAL_PART, FALSE);
    }
}

/* Adds brands whose name is joined to a role word: "loginpaypal", "paypalservice". */
static void
find_joined_in_label (GPtrArray *claims, const char *label)
{
  const gsize length = strlen (label);
  const BuoyBrands *brands = buoy_brands_get_default ();

  /* Bounded: BUOY_MAX_LABEL, since buoy_host_to_ascii() refuses longer ones */
  for (gsize cut = 1; cut < length; cut++)
    {
      const gboolean name_first = buoy_words_are_role (label + cut, label + length);
      g_autofree char *name = NULL;
      g_autoptr (GArray) matches = NULL;

      if (!name_first && !buoy_words_are_role (label, label + cut))
        continue;
      name = name_first ? g_strndup (label, cut) : g_strdup (label + cut);
      if (strlen (name) < MIN_JOINED_NAME)
        continue;
      matches = buoy_brands_find_names (brands, name);
      if (matches->len == 1 && g_array_index (matches, BuoyBrandMatch, 0).end == strlen (name)
          && g_array_index (matches, BuoyBrandMatch, 0).start == 0
          && !g_array_index (matches, BuoyBrandMatch, 0).ambiguous)
        buoy_claim_add (claims, g_array_index (matches, BuoyBrandMatch, 0).brand, BUOY_CLAIM_LOCAL_PART, FALSE);
    }
}

/* The local part may also be a brand's host: faq.mizuhobank.co.jp@… */
void
buoy_identity_read_local_part (const char *address, GPtrArray *claims)
{
  const char *at = strrchr (address, '@');
  g_autofree char *local = at != NULL ? g_strndup (address, at - address) : NULL;
  g_autofree char *host = NULL;
  const BuoyBrand *brand;

  if (local == NULL || strlen (local) > MAX_LOCAL_PART)
    return;
  host = strchr (local, '.') != NULL ? buoy_host_to_ascii (local) : NULL;
  brand = buoy_brands_find_by_host (buoy_brands_get_default (), host);
  if (brand != NULL && buoy_brand_owns (brand, host))
    buoy_claim_add (claims, brand, BUOY_CLAIM_LOCAL_PART, FALSE);
  else
    find_in_label (claims, local);
}

void
buoy_identity_read_domain (const BuoyEvidence *evidence, GPtrArray *claims)
{
  static const char *const tenants[] = { "onmicrosoft.com", NULL }; /* under which customers have names */
  const BuoyBrand *brand = buoy_brands_find_by_host (buoy_brands_get_default (), evidence->from_domain);
  g_autofree char *label = NULL;

  if (brand != NULL)
    {
      if (buoy_brand_owns (brand, evidence->from_domain) && !buoy_brand_is_mailbox_host (brand, evidence->from_domain))
        buoy_claim_add (claims, brand, BUOY_CLAIM_FROM_ADDRESS, FALSE);
      return;
    }
  /* a service's own name in its domain is not a claim of the customer who sends through it */
  if (evidence->from_org == NULL || g_strv_contains (tenants, evidence->from_org)
      || buoy_senders_find_by_host (evidence->from_domain) != NULL)
    return;
  label = g_strndup (evidence->from_org, strcspn (evidence->from_org, "."));
  find_in_label (claims, label);
  find_joined_in_label (claims, label);
}

/* Whether @name consists of @host and role words: "proton.me Helpdesk". */
static gboolean
is_role_at (const char *name, const char *host)
{
  const char *hit = strstr (name, host);
  const char *end = hit != NULL ? hit + strlen (host) : NULL;

  return hit != NULL && strlen (name) > strlen (host) && buoy_words_are_role (name, hit)
         && buoy_words_are_role (end, end + strlen (end));
}

/* The brand whose site is in @name: "smbc-card.com". A host where its customers have addresses is the brand's only in
 * the name of a role. (nullable)
 */
static const BuoyBrand *
brand_of_host (const char *name, const char *host)
{
  const BuoyBrands *brands = buoy_brands_get_default ();
  const BuoyBrand *brand = buoy_brands_find_by_own_site (brands, host);

  if (brand != NULL || host == NULL || !is_role_at (name, host))
    return brand;
  brand = buoy_brands_find_by_host (brands, host);
  return brand != NULL && buoy_brand_is_mailbox_host (brand, host) ? brand : NULL;
}

gboolean
buoy_identity_read_host_in_name (const char *name, GPtrArray *claims)
{
  g_autofree char *host = buoy_shown_host_find (name);
  const BuoyBrand *brand = brand_of_host (name, host);

  if (brand == NULL)
    return FALSE;
  buoy_claim_add (claims, brand, BUOY_CLAIM_FROM_NAME, FALSE);
  return TRUE;
}

gboolean
buoy_identity_is_postmaster (const BuoyMailbox *from)
{
  static const char *const names[]
      = { "postmaster@", "mailer-daemon@", "microsoftexchange329e71ec88ae4615bbc36ab6ce41109e" };
  g_autofree char *address = from != NULL ? g_ascii_strdown (from->address, -1) : NULL;

  for (guint i = 0; address != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (address, names[i]))
      return TRUE;
  return FALSE;
}
