/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The registry as a whole: the owner of each domain, and which names are too common to be searched for.
 */
#include "config.h"

#include "registry/buoy-brands.h"

#include "base/host/buoy-host.h"
#include "registry.h"

/* Hosts of brands below a domain that no brand owns as a whole; the file says why. */
static const char *const parts[] = { "amazon.com.be",
                                     "dgfip.finances.gouv.fr",
                                     "eset-info.canon-its.jp",
                                     "hdfc.bank.in",
                                     "icici.bank.in",
                                     "jcom.home.ne.jp",
                                     "receita.fazenda.gov.br",
                                     "sbi.bank.in",
                                     NULL };

/* Whether a domain is registrable, or below one that a brand of the same group owns, or known as an exception. */
static void
check_registrable (const BuoyBrand *brand, const char *host)
{
  const char *site = buoy_host_registrable_domain (host);

  g_assert_true (g_strcmp0 (site, host) == 0 || buoy_brands_find_by_host (buoy_brands_get_default (), site) != NULL
                 || g_strv_contains (parts, host));
}

static void
test_registrable (void)
{
  registry_foreach_host (check_registrable);
}

/* Words, places and personal names. As names of brands they must be ambiguous ("bare"): otherwise any sender of that
 * name is reported.
 */
static const char *const common[]
    = { "action",    "active",    "air",          "alice",    "allegro",      "ally",
        "amazonas",  "america",   "anna",         "apple",    "argos",        "audible",
        "aviso",     "axis",      "bahn",         "bank",     "best",         "block",
        "blue",      "bol",       "boots",        "bosch",    "canada",       "card",
        "chance",    "chase",     "chewy",        "citizens", "claro",        "cloud",
        "coin",      "coles",     "continente",   "correos",  "credit",       "customs",
        "decathlon", "dell",      "delta",        "deutsche", "direct",       "discover",
        "douglas",   "eagle",     "edge",         "emirates", "energy",       "ergo",
        "europa",    "exchange",  "express",      "fidelity", "first",        "free",
        "freenet",   "gamma",     "gemini",       "global",   "gold",         "group",
        "hermes",    "hilton",    "home",         "humana",   "iberia",       "iliad",
        "indeed",    "info",      "ing",          "insider",  "jumbo",        "kindle",
        "kraken",    "lake",      "ledger",       "libero",   "life",         "line",
        "lido gmbh", "mail",      "makita",       "max",      "mercedes",     "meta",
        "michelin",  "milka",     "mobile",       "money",    "national",     "nationwide",
        "netto",     "nike",      "ninja",        "notion",   "oasis",        "obi",
        "olive",     "one",       "online",       "orange",   "otto",         "outlook",
        "pandora",   "parkside",  "pay",          "peacock",  "penny",        "phantom",
        "philips",   "plaza",     "ponta",        "post",     "poste",        "posti",
        "praxis",    "prime",     "progress",     "promise",  "real",         "regions",
        "ring",      "ripple",    "rituals",      "rogers",   "rossmann",     "sagawa",
        "saison",    "santander", "security",     "sephora",  "shaw",         "shell",
        "sky",       "slack",     "smiles",       "sony",     "southwest",    "spectrum",
        "square",    "standard",  "stanley",      "staples",  "star",         "steam",
        "stellar",   "strato",    "stripe",       "sun",      "sunrise",      "support",
        "target",    "telegram",  "telekom",      "tether",   "tim",          "total",
        "toyota",    "union",     "united",       "usa",      "uber",         "valve",
        "vanguard",  "view",      "visa",         "vivo",     "volksbank",    "wallet",
        "windows",   "wise",      "world",        "yamato",   "yeti",         "zoom",
        "楽",        "銀行",      "宅急便",       "農協",     "税務署",       "裁判所",
        "水道局",    "信用金庫",  "ハローワーク", "ニュース", "セキュリティ", "マイナンバーカード",
        NULL };

static void
test_common_words (void)
{
  const BuoyBrands *brands = buoy_brands_get_default ();

  for (guint i = 0; i < buoy_brands_get_n (brands); i++)
    {
      const BuoyBrand *brand = buoy_brands_get (brands, i);

      for (guint k = 0; common[k] != NULL; k++)
        {
          g_test_message ("[%s] %s", brand->id, common[k]);
          g_assert_false (g_strv_contains ((const char *const *) brand->names, common[k]));
        }
    }
}

/* Two letters have too many meanings to be found within a name. */
static void
test_short_names (void)
{
  const BuoyBrands *brands = buoy_brands_get_default ();

  for (guint i = 0; i < buoy_brands_get_n (brands); i++)
    {
      const BuoyBrand *brand = buoy_brands_get (brands, i);

      for (guint k = 0; brand->names[k] != NULL; k++)
        {
          g_test_message ("[%s] %s", brand->id, brand->names[k]);
          g_assert_cmpint (g_utf8_strlen (brand->names[k], -1), >, g_ascii_isalnum (brand->names[k][0]) ? 2 : 1);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/brand-names/registrable", test_registrable);
  g_test_add_func ("/brand-names/common-words", test_common_words);
  g_test_add_func ("/brand-names/short-names", test_short_names);
  return g_test_run ();
}
