/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The whole registry (data/brands.ini): an authenticated mail from each brand's own domain gets no warning, under each
 * of its names and from each of its domains.
 */
#include "config.h"

#include "registry/buoy-brands.h"
#include "scan/buoy-scan.h"
#include "verdict/buoy-verdict.h"

#include <string.h>

/* As a brand writes: its display name, the subject, a logo and first-person phrases; links to its own sites, one of
 * them shown.
 */
static char *
make_mail (const BuoyBrand *brand, const char *name, const char *domain)
{
  const char *counter = brand->mail_domains[0] != NULL ? brand->mail_domains[0] : domain;

  return g_strdup_printf ("Authentication-Results: mx.harbour.test; spf=pass smtp.mailfrom=bounce.%s; dkim=pass "
                          "header.d=%s;"
                          " dmarc=pass header.from=%s\n"
                          "Return-Path: <b@bounce.%s>\n"
                          "Received: from out.%s (out.%s [203.0.113.9]) by mx.harbour.test with ESMTPS;"
                          " Tue, 24 Nov 2026 09:00:00 +0900\n"
                          "From: \"%s\" <info@%s>\nTo: reader@harbour.test\nSubject: %s: your statement\n"
                          "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n"
                          "<img alt=\"%s\" src=\"https://%s/logo.png\"><p>Your %s account. Dear %s customer,</p>\n"
                          "<p><a href=\"https://www.%s/login\">Log in</a> <a href=\"https://c.%s/x\">More</a>\n"
                          "<a href=\"https://%s/\">https://%s/</a></p><p>© 2026 %s</p>\n",
                          domain, domain, domain, domain, domain, domain, name, domain, name, name, domain, name, name,
                          domain, counter, brand->domains[0], brand->domains[0], name);
}

static void
assert_silent (const BuoyBrand *brand, const char *name, const char *domain)
{
  g_autofree char *text = make_mail (brand, name, domain);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, &error);
  const GPtrArray *findings = buoy_verdict_get_findings (verdict);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const BuoyFinding *finding = g_ptr_array_index (findings, i);

      if (buoy_finding_get_strength (finding) > BUOY_STRENGTH_WEAK)
        g_error ("[%s] %s <info@%s>: %s", brand->id, name, domain,
                 buoy_check_get_id (buoy_finding_get_check (finding)));
    }
  g_assert_cmpint (buoy_verdict_get_level (verdict), ==, BUOY_LEVEL_NONE);
}

static void
test_names (void)
{
  const BuoyBrands *brands = buoy_brands_get_default ();

  for (guint i = 0; i < buoy_brands_get_n (brands); i++)
    {
      const BuoyBrand *brand = buoy_brands_get (brands, i);

      assert_silent (brand, brand->title, brand->domains[0]);
      for (guint k = 0; brand->names[k] != NULL; k++)
        assert_silent (brand, brand->names[k], brand->domains[0]);
      for (guint k = 0; brand->ambiguous_names[k] != NULL; k++)
        assert_silent (brand, brand->ambiguous_names[k], brand->domains[0]);
    }
}

static void
test_domains (void)
{
  const BuoyBrands *brands = buoy_brands_get_default ();

  for (guint i = 0; i < buoy_brands_get_n (brands); i++)
    {
      const BuoyBrand *brand = buoy_brands_get (brands, i);

      for (guint k = 0; brand->domains[k] != NULL; k++)
        assert_silent (brand, brand->title, brand->domains[k]);
      for (guint k = 0; brand->customers[k] != NULL; k++)
        assert_silent (brand, brand->title, brand->customers[k]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/registry/names", test_names);
  g_test_add_func ("/registry/domains", test_domains);
  return g_test_run ();
}
