/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which brands a message's signatures authenticate, and when a certified mark counts.
 */
#include "config.h"

#include "evidence/authentication/buoy-signers.h"
#include "trace.h"

#define RESULTS(text) "Authentication-Results: mx.reader.example; " text "\n" FROM_OTHER BANK
#define SIGNED_BY(domain, rest) "DKIM-Signature: v=1; d=" domain "; s=k; " rest "b=x\n"
#define DKIM_PASS(domain) "Authentication-Results: mx.reader.example; dkim=pass header.d=" domain "\n"
#define REWRITTEN "From: PayPal <paypal@customers.other.test>\n"

/* A signature of a brand's own domain authenticates the brand, whatever the From domain. */
static void
test_signer (void)
{
  static const struct
  {
    const char *headers;
    gboolean passed;
  } rows[] = {
    { DKIM_PASS ("paypal.com") FROM_OTHER SIGNED_BY ("paypal.com", "") REWRITTEN, TRUE },
    { DKIM_PASS ("mail.paypal.com") FROM_OTHER REWRITTEN, TRUE },
    { DKIM_PASS ("other.test") FROM_OTHER SIGNED_BY ("paypal.com", "") REWRITTEN, FALSE },
    { FROM_OTHER DKIM_PASS ("paypal.com") REWRITTEN, FALSE },
    { "Authentication-Results: mx.reader.example; dkim=fail header.d=paypal.com\n" FROM_OTHER REWRITTEN, FALSE },
    { "Authentication-Results: mx.reader.example; spf=pass smtp.mailfrom=paypal.com\n" FROM_OTHER REWRITTEN, FALSE },
    { DKIM_PASS ("paypal.com") FROM_OTHER SIGNED_BY ("paypal.com", "l=100; ") REWRITTEN, FALSE },
    { DKIM_PASS ("paypal.com") FROM_OTHER SIGNED_BY ("paypal.com", "") REWRITTEN "From: service@paypal.com\n", FALSE },
  };
  const BuoyBrand *brand = buoy_brands_find_by_host (buoy_brands_get_default (), "paypal.com");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BuoyEvidence) evidence = trace_evidence_new (rows[i].headers, NULL, NULL);

      g_test_message ("%s", rows[i].headers);
      g_assert_cmpint (buoy_authentication_passed_for (evidence, brand), ==, rows[i].passed);
    }
}

/* Anyone can have mail signed by a mailbox provider or a sending service. */
static void
test_shared_signer (void)
{
  static const struct
  {
    const char *headers, *brand_host;
  } rows[] = {
    { DKIM_PASS ("gmail.com") FROM_OTHER BANK, "google.com" },
    { DKIM_PASS ("outlook.com") FROM_OTHER BANK, "microsoft.com" },
    { DKIM_PASS ("s12.y.mc.salesforce.com") FROM_OTHER BANK, "salesforce.com" },
    { DKIM_PASS ("amazonses.com") FROM_OTHER BANK, "amazon.com" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BuoyEvidence) evidence = trace_evidence_new (rows[i].headers, NULL, NULL);
      const BuoyBrand *brand = buoy_brands_find_by_host (buoy_brands_get_default (), rows[i].brand_host);

      g_test_message ("%s", rows[i].headers);
      g_assert_cmpuint (evidence->auth.signers->len, ==, 1);
      g_assert_nonnull (brand);
      g_assert_false (buoy_authentication_passed_for (evidence, brand));
    }
}

/* draft-brand-indicators-for-message-identification: anyone can publish a logo without a certificate, so it does not
 * prove anything.
 */
static void
test_mark (void)
{
  static const struct
  {
    const char *headers;
    gboolean certified;
  } rows[] = {
    { RESULTS ("dmarc=pass header.from=bank.example; bimi=pass header.d=bank.example header.selector=default "
               "policy.authority=pass policy.authority-uri=https://bank.example/vmc.pem"),
      TRUE },
    { RESULTS ("dmarc=pass header.from=bank.example; bimi=pass header.d=bank.example header.selector=default"), FALSE },
    { RESULTS ("dmarc=pass header.from=bank.example; bimi=pass header.d=bank.example policy.authority=none"), FALSE },
    { RESULTS ("dmarc=pass header.from=bank.example; bimi=fail header.d=bank.example policy.authority=pass"), FALSE },
    { RESULTS ("dmarc=pass header.from=bank.example; bimi=pass header.d=other.test policy.authority=pass"), FALSE },
    { RESULTS ("dmarc=fail header.from=bank.example; bimi=pass header.d=bank.example policy.authority=pass"), FALSE },
    { FROM_OTHER "Authentication-Results: mx.reader.example; dmarc=pass header.from=bank.example; bimi=pass "
                 "header.d=bank.example policy.authority=pass\n" BANK,
      FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BuoyEvidence) evidence = trace_evidence_new (rows[i].headers, NULL, NULL);

      g_test_message ("%s", rows[i].headers);
      g_assert_cmpint (evidence->auth.mark_certified, ==, rows[i].certified);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signers/brand", test_signer);
  g_test_add_func ("/signers/shared", test_shared_signer);
  g_test_add_func ("/signers/mark", test_mark);
  return g_test_run ();
}
