/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Names that identify their owner, since the registry does not give them to anyone else.
 */
#include "config.h"

#include "registry/buoy-vetted.h"

static const struct
{
  const char *brand_host; /* a site of the brand in question */
  const char *host;
  gboolean authority, company;
} rows[] = {
  { "soumu.go.jp", "stat.go.jp", TRUE, FALSE },
  { "soumu.go.jp", "mail.city.kobe.lg.jp", TRUE, FALSE },
  { "soumu.go.jp", "stat.go.kr", FALSE, FALSE },
  { "soumu.go.jp", "soumu.go.jp.evil.test", FALSE, FALSE },
  { "soumu.go.jp", "stat-go.jp", FALSE, FALSE },
  { "soumu.go.jp", "go.jp", FALSE, FALSE },
  { "irs.gov", "treasury.gov", TRUE, FALSE },
  { "irs.gov", "service.govdelivery.com", TRUE, FALSE },
  { "hmrc.gov.uk", "public.govdelivery.com", TRUE, FALSE },
  { "hmrc.gov.uk", "govdelivery.com.evil.test", FALSE, FALSE },
  { "paypay.ne.jp", "public.govdelivery.com", FALSE, FALSE },
  { "paypay.ne.jp", "stat.go.jp", FALSE, FALSE },
  { "paypay.ne.jp", "mail.paypay-am.co.jp", FALSE, TRUE },
  { "paypay.ne.jp", "am-paypay.co.jp", FALSE, TRUE },
  { "paypay.ne.jp", "paypay-am.jp", FALSE, FALSE },
  { "paypay.ne.jp", "paypay-am.co", FALSE, FALSE },
  { "paypay.ne.jp", "paypayam.co.jp", FALSE, FALSE },
  { "au.com", "au-shop.co.jp", FALSE, FALSE },
  { "paypay.ne.jp", NULL, FALSE, FALSE },
};

static void
test_vetted (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const BuoyBrand *brand = buoy_brands_find_by_host (buoy_brands_get_default (), rows[i].brand_host);

      g_test_message ("%s, %s", rows[i].brand_host, rows[i].host);
      g_assert_nonnull (brand);
      g_assert_cmpint (buoy_vetted_is_authority (brand, rows[i].host), ==, rows[i].authority);
      g_assert_cmpint (buoy_vetted_is_company (brand, rows[i].host), ==, rows[i].company);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vetted", test_vetted);
  return g_test_run ();
}
