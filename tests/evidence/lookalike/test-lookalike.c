/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which hosts imitate which domain, and which similar honest ones don't: the second list is the harder one.
 */
#include "config.h"

#include "buoy-context-private.h"
#include "evidence/lookalike/buoy-lookalike.h"

#include "base/host/buoy-host.h"
#include "neighbours.h"
#include "registry.h"

typedef struct
{
  const char *host;
  const char *imitated;
  BuoyLookalikeKind kind;
  BuoyStrength strength;
} Case;

#define STRONG BUOY_STRENGTH_STRONG
#define MEDIUM BUOY_STRENGTH_MEDIUM
#define WEAK BUOY_STRENGTH_WEAK

static const Case cases[] = {
  /* letters that look alike */
  { "www.ekl-net.com", "eki-net.com", BUOY_LOOKALIKE_LETTERS, STRONG },
  { "ekl-net.other.test", "eki-net.com", BUOY_LOOKALIKE_LETTERS, MEDIUM },
  { "ekl-net.other.shop", "eki-net.com", BUOY_LOOKALIKE_LETTERS, STRONG },
  { "eki.net", "eki-net.com", BUOY_LOOKALIKE_LETTERS, STRONG },
  { "insta.gram.com", "instagram.com", BUOY_LOOKALIKE_LETTERS, MEDIUM },
  { "micro.soft.com", NULL, 0, 0 }, /* a department of a site whose name is a dictionary word */
  { "insta.gram.test", NULL, 0, 0 },
  { "paypa1.com", "paypal.com", BUOY_LOOKALIKE_LETTERS, STRONG },
  { "paypa1.com.", "paypal.com", BUOY_LOOKALIKE_LETTERS, STRONG },
  { "www.paypal.com.", NULL, 0, 0 },
  { "micr0s0ft.test", "microsoft.com", BUOY_LOOKALIKE_LETTERS, STRONG },
  { "rnicrosoft.com", "microsoft.com", BUOY_LOOKALIKE_LETTERS, STRONG },
  { "vvellsfargo.com", "wellsfargo.com", BUOY_LOOKALIKE_LETTERS, STRONG },
  { "app1e.test", "apple.com", BUOY_LOOKALIKE_LETTERS, STRONG },
  /* other scripts, whole or mixed, and accents */
  { "xn--80ak6aa92e.com", "apple.com", BUOY_LOOKALIKE_LETTERS, STRONG },
  { "xn--pypal-4ve.com", "paypal.com", BUOY_LOOKALIKE_LETTERS, STRONG },
  { "xn--faceboo-9nf.com", "facebook.com", BUOY_LOOKALIKE_LETTERS, STRONG },
  { "xn--googl-fsa.com", "google.com", BUOY_LOOKALIKE_LETTERS, STRONG },
  /* a typo */
  { "amezon.co.jp", "amazon.com", BUOY_LOOKALIKE_TYPO, STRONG },
  { "rakutan.co.jp", "rakuten.co.jp", BUOY_LOOKALIKE_TYPO, STRONG },
  { "netlfix.com", "netflix.com", BUOY_LOOKALIKE_TYPO, STRONG },
  { "gooogle.com", "google.com", BUOY_LOOKALIKE_TYPO, STRONG },
  { "whatsap.com", "whatsapp.com", BUOY_LOOKALIKE_TYPO, STRONG },
  { "crnuchyroll.com", "crunchyroll.com", BUOY_LOOKALIKE_TYPO, STRONG }, /* rn does not stand for m here */
  { "vcitoriassecret.com", "victoriassecret.com", BUOY_LOOKALIKE_TYPO, STRONG },
  { "shizuokabamk.co.jp", "shizuokabank.co.jp", BUOY_LOOKALIKE_TYPO, STRONG },
  { "amzon.com", "amazon.com", BUOY_LOOKALIKE_TYPO, WEAK }, /* short names and words differ by one letter by chance */
  { "adobbe.com", "adobe.com", BUOY_LOOKALIKE_TYPO, WEAK },
  { "telegrarn.org", "telegram.org", BUOY_LOOKALIKE_LETTERS, WEAK },
  { "amzon.test", NULL, 0, 0 },
  { "mercarin.com", NULL, 0, 0 }, /* with a letter added at the end, it may as well be another word */
  /* the shortest name that counts, and one that is shorter by a letter */
  { "xn--bay-qdd.com", "ebay.com", BUOY_LOOKALIKE_LETTERS, STRONG },
  { "xn--us-lmc.com", NULL, 0, 0 },
  { "z00m.com", NULL, 0, 0 },
  { "alrbnb.test", "airbnb.com", BUOY_LOOKALIKE_LETTERS, STRONG },
  { "alful.co.jp", "aiful.co.jp", BUOY_LOOKALIKE_LETTERS, STRONG },
  { "alful.test", "aiful.co.jp", BUOY_LOOKALIKE_LETTERS, WEAK },
  { "vlsa.test", NULL, 0, 0 },
  { "netlfix.shop", "netflix.com", BUOY_LOOKALIKE_TYPO, STRONG },
  { "amezon.shop", NULL, 0, 0 },
  { "apple-login.test", "apple.com", BUOY_LOOKALIKE_COMBINED, MEDIUM },
  { "ebay-login.test", "ebay.com", BUOY_LOOKALIKE_COMBINED, MEDIUM },
  /* a whole domain within another */
  { "www.smbc-card.com.other.test", "smbc-card.com", BUOY_LOOKALIKE_EMBEDDED, STRONG },
  { "www.jcb.co.jp.other.test", "jcb.co.jp", BUOY_LOOKALIKE_EMBEDDED, STRONG },
  { "amazon-co-jp.test", "amazon.co.jp", BUOY_LOOKALIKE_EMBEDDED, STRONG },
  { "www.orange.fr.other.test", "orange.fr", BUOY_LOOKALIKE_EMBEDDED, MEDIUM }, /* a word, and two letters */
  { "www.eki-net.com.other.test", "eki-net.com", BUOY_LOOKALIKE_EMBEDDED, STRONG },
  { "t.co.paypal.com.other.test", "paypal.com", BUOY_LOOKALIKE_EMBEDDED, STRONG },
  { "paypay-ne.jp", "paypay.ne.jp", BUOY_LOOKALIKE_EMBEDDED, STRONG },
  { "www.rakuten-co.jp", "rakuten.co.jp", BUOY_LOOKALIKE_EMBEDDED, STRONG },
  { "amaz0n-co.jp", "amazon.co.jp", BUOY_LOOKALIKE_EMBEDDED, STRONG },
  { "paypal-co.jp", "paypal.com", BUOY_LOOKALIKE_EMBEDDED, STRONG },   /* the brand has no such domain */
  { "nomura-co.jp", "nomura.co.jp", BUOY_LOOKALIKE_EMBEDDED, MEDIUM }, /* may be a family's company */
  { "tanaka-co.jp", NULL, 0, 0 },
  { "jcb-co-jp.test", "jcb.co.jp", BUOY_LOOKALIKE_EMBEDDED, STRONG },
  { "www.paypal.co-jp.test", "paypal.com", BUOY_LOOKALIKE_EMBEDDED, STRONG },
  { "secure-amaz0n.com-id.test", "amazon.com", BUOY_LOOKALIKE_EMBEDDED, STRONG },
  { "google.xn--comevil-v04f.jp", "google.com", BUOY_LOOKALIKE_EMBEDDED, STRONG },
  /* role words */
  { "paypal-login.test", "paypal.com", BUOY_LOOKALIKE_COMBINED, STRONG },
  { "securepaypal.test", "paypal.com", BUOY_LOOKALIKE_COMBINED, STRONG },
  { "rakuten-jp.test", "rakuten.co.jp", BUOY_LOOKALIKE_COMBINED, MEDIUM },
  { "x7-paypal-your-account.test", "paypal.com", BUOY_LOOKALIKE_COMBINED, MEDIUM },
  { "xn--googl-account-fhb.test", "google.com", BUOY_LOOKALIKE_COMBINED, STRONG },
  { "www-paypal-login.test", "paypal.com", BUOY_LOOKALIKE_COMBINED, STRONG },
  { "dhl-paypal-login.test", "paypal.com", BUOY_LOOKALIKE_COMBINED, MEDIUM },
  { "x-0-x-1-x-2-x-3-x-4-x-5-paypal-your-account.test", "paypal.com", BUOY_LOOKALIKE_COMBINED, MEDIUM },
  { "arnazon-jp.test", "amazon.com", BUOY_LOOKALIKE_COMBINED, STRONG },
  { "rakuten-jp.top", "rakuten.co.jp", BUOY_LOOKALIKE_COMBINED, STRONG },
  { "smbc-card-vpass.test", "smbc-card.com", BUOY_LOOKALIKE_COMBINED, MEDIUM },
  { "appleid-login.test", "appleid.com", BUOY_LOOKALIKE_COMBINED, STRONG },
  { "apple-id-verify.test", "appleid.com", BUOY_LOOKALIKE_COMBINED, STRONG },
  { "dhl-tracking.top", "dhl.com", BUOY_LOOKALIKE_COMBINED, MEDIUM },
  { "dhl-tracking.test", "dhl.com", BUOY_LOOKALIKE_COMBINED, WEAK },
  { "dhl-login.test", "dhl.com", BUOY_LOOKALIKE_COMBINED, MEDIUM },
  { "smbc-cardlogin.test", "smbc-card.com", BUOY_LOOKALIKE_COMBINED, STRONG },
  { "verifysmbc-card.test", "smbc-card.com", BUOY_LOOKALIKE_COMBINED, STRONG },
  { "homet-online.test", NULL, 0, 0 },
  { "netflix-xkqv.test", "netflix.com", BUOY_LOOKALIKE_COMBINED, WEAK },
  { "githubbank.test", "github.com", BUOY_LOOKALIKE_COMBINED, WEAK },
  { "apple-support.test", "apple.com", BUOY_LOOKALIKE_COMBINED, WEAK },
  { "bradesco-seguranca.test", "bradesco.com.br", BUOY_LOOKALIKE_COMBINED, STRONG },
  { "apple-verify.test", "apple.com", BUOY_LOOKALIKE_COMBINED, MEDIUM },
  /* another suffix */
  { "paypal.top", "paypal.com", BUOY_LOOKALIKE_SUFFIX, MEDIUM },
  { "smbccard.com", "smbc-card.com", BUOY_LOOKALIKE_SUFFIX, MEDIUM },
  { "netflix.cm", "netflix.com", BUOY_LOOKALIKE_SUFFIX, MEDIUM },
  { "netflix.dk", NULL, 0, 0 },
  /* where anyone can publish */
  { "paypal-verify.duckdns.org", "paypal.com", BUOY_LOOKALIKE_SUB_DOMAIN, STRONG },
  { "paypal.pages.dev", "paypal.com", BUOY_LOOKALIKE_SUB_DOMAIN, MEDIUM },
  { "rakuten.co.jp.guest.workers.dev", "rakuten.co.jp", BUOY_LOOKALIKE_EMBEDDED, STRONG },
  { "microsoft.github.io", NULL, 0, 0 },
  { "paypal.other.test", "paypal.com", BUOY_LOOKALIKE_SUB_DOMAIN, WEAK },
};

static BuoyLookalike *
find (const BuoyProtectedNames *lookalikes, const char *host)
{
  return buoy_lookalike_find (lookalikes, host, buoy_host_registrable_domain (host));
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *row = &cases[i];
      BuoyLookalike *found = find (buoy_protected_names_get_default (), row->host);

      g_test_message ("%s", row->host);
      g_assert_cmpstr (found != NULL ? found->imitated : NULL, ==, row->imitated);
      if (found == NULL)
        continue;
      g_assert_cmpint (found->kind, ==, row->kind);
      g_assert_cmpint (found->strength, ==, row->strength);
      buoy_lookalike_free (found);
    }
}

static void
assert_silent (const char *host)
{
  BuoyLookalike *found = find (buoy_protected_names_get_default (), host);

  /* a weak look-alike alone is not a finding */
  if (found != NULL && found->strength > BUOY_STRENGTH_WEAK)
    g_error ("%s is taken for %s", host, found->imitated);
  g_clear_pointer (&found, buoy_lookalike_free);
}

static void
test_neighbours (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (neighbours); i++)
    {
      g_autofree char *host = buoy_host_to_ascii (neighbours[i]);

      assert_silent (host);
    }
}

static void
check_is_no_lookalike (const BuoyBrand *brand, const char *host)
{
  g_autofree char *site_host = g_strconcat ("www.", host, NULL);

  assert_silent (site_host);
}

/* No brand imitates another. */
static void
test_registry (void)
{
  registry_foreach_host (check_is_no_lookalike);
}

static void
assert_known (const BuoyProtectedNames *known, const char *host, const char *imitated)
{
  BuoyLookalike *found = find (known, host);

  g_test_message ("%s", host);
  g_assert_cmpstr (found != NULL ? found->imitated : NULL, ==, imitated);
  g_clear_pointer (&found, buoy_lookalike_free);
}

static void
test_context (void)
{
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autoptr (BuoyContext) empty = buoy_context_new ();
  const BuoyProtectedNames *known;

  buoy_context_seal (empty);
  g_assert_null (empty->known);
  buoy_context_add_own_domain (context, "kiyomizu.example");
  buoy_context_add_own_address (context, "anna@gmail.com");
  buoy_context_add_contact (context, "Ben", "ben@mail.riverstone.example");
  buoy_context_add_contact (context, "Broken", "no address");
  buoy_context_seal (context);
  known = context->known;

  assert_known (known, "mail.kiyomizu.example", NULL);
  assert_known (known, "kiyornizu.test", "kiyomizu.example");
  assert_known (known, "kiyomizu.example.other.test", "kiyomizu.example");
  assert_known (known, "riverst0ne.test", "riverstone.example");
  assert_known (known, "rivrestone.example", "riverstone.example");
  assert_known (known, "riverstone-login.test", "riverstone.example");
  assert_known (known, "river-stone.example", NULL);
  assert_known (known, "paypa1.com", NULL); /* judged by the registry */
  assert_known (known, "gmai1.com", NULL);
}

static void
test_odd_hosts (void)
{
  static const char *const hosts[] = { NULL,  "",      ".",      "localhost",  "192.0.2.1", "[2001:db8::1]",
                                       "com", "co.jp", "-.test", "--.--.test", "xn--.test", "xn--a.test" };

  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    g_assert_null (find (buoy_protected_names_get_default (), hosts[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lookalike/cases", test_cases);
  g_test_add_func ("/lookalike/neighbours", test_neighbours);
  g_test_add_func ("/lookalike/registry", test_registry);
  g_test_add_func ("/lookalike/context", test_context);
  g_test_add_func ("/lookalike/odd-hosts", test_odd_hosts);
  return g_test_run ();
}
