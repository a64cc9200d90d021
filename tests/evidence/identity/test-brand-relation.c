/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How domains relate to brands: domains of the brand, of companies with the same name, and of imitators.
 */
#include "config.h"

#include "evidence/identity/buoy-brand-relation.h"

static const struct
{
  const char *home; /* a site of the brand in question */
  const char *domain;
  BuoyBrandRelation relation;
} rows[] = {
  { "apple.com", "email.apple.com", BUOY_BRAND_REGISTERED },
  { "apple.com", "post.applecard.apple", BUOY_BRAND_REGISTERED },
  { "sncf.com", "connect.sncf", BUOY_BRAND_REGISTERED },
  { "hdfcbank.com", "mail.hdfcbank.bank.in", BUOY_BRAND_REGISTERED },
  { "itau.com.br", "itau.b.br", BUOY_BRAND_REGISTERED },
  { "chase.com", "chase.bank", BUOY_BRAND_REGISTERED },
  { "ing.com", "verify.ing", BUOY_BRAND_UNRELATED }, /* a suffix that is open to anyone */
  { "apple.com", "apple.ing", BUOY_BRAND_OWN_NAMED },
  { "hdfcbank.com", "axisbank.bank.in", BUOY_BRAND_UNRELATED },
  { "hdfcbank.com", "hdfcbank.bank.in.evil.test", BUOY_BRAND_UNRELATED },
  { "soumu.go.jp", "stat.go.jp", BUOY_BRAND_VETTED },
  { "paypay.ne.jp", "paypay-am.co.jp", BUOY_BRAND_VETTED },
  { "paypal.com", "paypal.co.za", BUOY_BRAND_OWN_NAMED },
  { "capitalone.com", "mail.capitalonebees.com", BUOY_BRAND_OWN_NAMED },
  { "ledger.com", "ledgerfarm.test", BUOY_BRAND_OWN_NAMED },
  { "dhl.com", "dhl-magazine.shop", BUOY_BRAND_CHEAPLY_NAMED },
  { "nenkin.go.jp", "nenkin-kikou.com", BUOY_BRAND_UNRELATED }, /* authorities have names in go.jp */
  { "dhl.com", "dhl-magazine.de", BUOY_BRAND_OWN_NAMED },
  { "dhl.com", "adhlawfirm.com", BUOY_BRAND_UNRELATED },
  { "paypal.com", "paypal-login.test", BUOY_BRAND_LOOKALIKE },
  { "paypal.com", "paypa1.com", BUOY_BRAND_LOOKALIKE },
  { "paypal.com", "paypal.com.evil.test", BUOY_BRAND_UNRELATED },
  { "paypal.com", "paypal.workers.dev", BUOY_BRAND_UNRELATED },
  { "paypal.com", "paypal.xyz", BUOY_BRAND_LOOKALIKE },
  { "paypal.com", "amaz0n.com", BUOY_BRAND_UNRELATED }, /* a look-alike of another brand */
  { "paypal.com", "shop.test", BUOY_BRAND_UNRELATED },
  { "paypal.com", "com", BUOY_BRAND_UNRELATED },
  { "paypal.com", NULL, BUOY_BRAND_UNRELATED },
};

static void
test_relation (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const BuoyBrand *brand = buoy_brands_find_by_host (buoy_brands_get_default (), rows[i].home);

      g_test_message ("%s, %s", rows[i].home, rows[i].domain);
      g_assert_nonnull (brand);
      g_assert_cmpint (buoy_brand_relation (brand, rows[i].domain), ==, rows[i].relation);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/brand-relation", test_relation);
  return g_test_run ();
}
