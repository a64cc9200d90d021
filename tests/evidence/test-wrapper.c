/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Wrapped links: one row a form, with what it hides. A host that only looks like a wrapper's is none.
 */
#include "config.h"

#include "evidence/buoy-wrapper.h"

typedef struct
{
  const char *url;
  const char *name;   /* NULL: no wrapper */
  const char *target; /* NULL: opaque */
} WrapperCase;

static const WrapperCase cases[] = {
  { "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.test%2Fx%3Fy%3D1&data=05",
    "safelinks", "https://a.test/x?y=1" },
  { "https://urldefense.proofpoint.com/v1/url?u=http://a.test/x&k=1", "urldefense",
    "http://a.test/x" },
  { "https://urldefense.com/v2/url?u=https-3A__a.test_x-3Fy-3D1&d=a", "urldefense",
    "https://a.test/x?y=1" },
  { "https://urldefense.com/v3/__https://a.test/x__;!!b!c$", "urldefense", "https://a.test/x" },
  { "https://urldefense.com/v3/__https://a.test/*frag__;Iw!!b!c$", "urldefense",
    "https://a.test/#frag" },
  { "https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fa.test%2f&c=E", "barracuda",
    "https://a.test/" },
  { "https://secure-web.cisco.com/1aBc/https%3A%2F%2Fa.test%2Fx", "cisco", "https://a.test/x" },
  { "https://protect-eu.mimecast.com/s/abc?domain=a.test", "mimecast", NULL },
  { "https://www.google.co.jp/url?q=http://a.test/&sa=D", "google-url", "http://a.test/" },
  { "https://www.google.com/amp/s/a.test/x", "google-amp", "https://a.test/x" },
  { "https://translate.google.de/translate?sl=a&u=http://a.test/", "google-translate",
    "http://a.test/" },
  { "https://www-my--bank-test.translate.goog/x", "google-translate",
    "https://www.my-bank.test/x" },
  { "https://www.bing.com/ck/a?p=1&u=a1aHR0cHM6Ly9hLnRlc3QveA&ntb=1", "bing", "https://a.test/x" },
  { "https://r.search.yahoo.com/_ylt=A/RV=2/RU=https%3a%2f%2fa.test%2fx/RK=2", "yahoo",
    "https://a.test/x" },
  { "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.test%2F&h=1", "facebook", "https://a.test/" },
  { "https://www.youtube.com/redirect?q=https%3A%2F%2Fa.test%2F", "youtube", "https://a.test/" },
  { "https://duckduckgo.com/l/?uddg=https%3A%2F%2Fa.test%2F", "duckduckgo", "https://a.test/" },
  { "https://web.archive.org/web/2024/https://a.test/x", "web-archive", "https://a.test/x" },
  /* look-alikes, other paths, other schemes */
  { "https://safelinks.protection.outlook.com.evil.test/?url=https%3A%2F%2Fa.test", NULL, NULL },
  { "https://google.evil.test/url?q=http://a.test/", NULL, NULL },
  { "https://www.google.com/search?q=http://a.test/", NULL, NULL },
  { "https://www.google.com/url?q=javascript:alert(1)", NULL, NULL },
  { "https://evil.test/?url=https://www.bank.test/", NULL, NULL },
};

static void
test_case (gconstpointer data)
{
  const WrapperCase *row = data;
  g_autoptr (BuoyUrl) url = buoy_url_parse (row->url, NULL);
  BuoyWrapped wrapped = { 0 };
  const gboolean opened = buoy_wrapper_open (url, &wrapped);
  g_autofree char *target = NULL;

  g_assert_cmpint (opened, ==, row->name != NULL);
  if (!opened)
    return;
  g_assert_cmpstr (wrapped.name, ==, row->name);
  g_assert_cmpint (wrapped.opaque, ==, row->target == NULL);
  target = wrapped.target != NULL ? buoy_url_to_string (wrapped.target) : NULL;
  g_clear_pointer (&wrapped.target, buoy_url_free);
  g_assert_cmpstr (target, ==, row->target);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/wrapper/%u", i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
