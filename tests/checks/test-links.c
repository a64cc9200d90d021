/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a link's address and text weigh; and what never changes a verdict: how an honest link's address is written,
 * and in which wrapper any link stands.
 */
#include "config.h"

#include <bellbuoy.h>
#include <string.h>

typedef struct
{
  const char *from;
  const char *text;
  const char *host;
} Link;

static const Link honest[] = {
  { "news@shop.test", "www.shop.test", "www.shop.test" },
  { "news@shop.test", "https://www.shop.test/", "shop.test" },
  { "news@shop.test", "Read on", "www.shop.test" },
  { "a@friend.example", "see other.example", "www.other.example" },
  { "a@friend.example", "日本語.jp", "xn--wgv71a119e.jp" },
};

static const Link links[] = {
  { "news@shop.test", "www.shop.test", "www.shop.test" },
  { "news@shop.test", "Read on", "www.shop.test" },
  { "a@friend.example", "Read on", "other.example" },
  { "a@friend.example", "https://www.bank.example/", "evil.example" },
  { "a@friend.example", "www.paypal.com", "evil.example" },
  { "info@paypal.com", "https://www.paypal.com/", "evil.example" },
  { "a@friend.example", "Log in at bank.example", "evil.example" },
};

/* "%s" takes the URL, percent-encoded where it is a parameter. */
static const char *const wrappers[] = {
  "https://eur01.safelinks.protection.outlook.com/?url=%s&data=05",
  "https://gcc02.safelinks.protection.office365.us/?url=%s",
  "https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=%s",
  "https://urldefense.proofpoint.com/v1/url?u=%s&k=1",
  "https://linkprotect.cudasvc.com/url?a=%s&c=E",
  "https://secure-web.cisco.com/1aBc/%s",
  "https://clicktime.symantec.com/1?u=%s",
  "https://x-ctp.trendmicro.com/wis/clicktime/v1/query?url=%s",
  "https://www.google.com/url?q=%s&sa=D",
  "https://www.google.co.jp/url?sa=t&url=%s",
  "https://translate.google.com/translate?u=%s",
  "https://www.googleadservices.com/pagead/aclk?adurl=%s",
  "https://l.facebook.com/l.php?u=%s&h=1",
  "https://l.instagram.com/?u=%s",
  "https://www.linkedin.com/redir/redirect?url=%s",
  "https://slack-redir.net/link?url=%s",
  "https://steamcommunity.com/linkfilter/?url=%s",
  "https://vk.com/away.php?to=%s",
  "https://www.youtube.com/redirect?q=%s",
  "https://duckduckgo.com/l/?uddg=%s",
  "https://r.search.yahoo.com/_ylt=A/RV=2/RU=%s/RK=2",
};

typedef struct
{
  const char *name;
  const char *text;
  const char *href;
  const char *expected; /* of a mail from news@shop.test that nothing vouches for */
} Weight;

static const Weight weights[] = {
  { "user", "Click here", "https://user@evil.example/", "danger deceptive-url:3 stray-links:1" },
  { "user-repeated", "Sources", "https://team@code.example/team/x",
    "none deceptive-url:2 stray-links:1" },
  { "user-of-brand", "Sources", "https://team@paypal.com/x", "none deceptive-url:2" },
  { "number", "Click here", "http://198.51.100.7/", "caution ip-address-link:2 stray-links:2" },
  { "number-and-own", "Click here</a> <a href=\"https://shop.test/\">or here",
    "http://198.51.100.7/", "none ip-address-link:2" },
  { "own-page", "https://partner.example", "https://shop.test/login",
    "danger link-text-mismatch:3" },
  { "own-counter", "https://partner.example", "https://shop.test/c/1f",
    "none link-text-mismatch:2" },
  { "own-query", "https://partner.example", "https://shop.test/?id", "none link-text-mismatch:2" },
  { "own-long", "https://partner.example", "https://shop.test/what-others-write-about-our-shops",
    "none link-text-mismatch:2" },
  { "own-named", "partner.example", "https://shop.test/", "none link-text-mismatch:1" },
};

static char *
tell (const char *from, const char *href, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (href, -1);
  g_autofree char *mail
      = g_strdup_printf ("From: %s\nTo: reader@reader.test\nSubject: Hello\nMIME-Version: 1.0\n"
                         "Content-Type: text/html; charset=utf-8\n\n"
                         "<p>Hello</p><a href=\"%s\">%s</a>\n",
                         from, escaped, text);
  g_autoptr (GBytes) bytes = g_bytes_new (mail, strlen (mail));
  g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, NULL, NULL, NULL);
  GString *out = g_string_new (buoy_level_to_string (buoy_verdict_get_level (verdict)));

  for (guint i = 0; i < buoy_verdict_get_n_findings (verdict); i++)
    {
      const BuoyFinding *finding = buoy_verdict_get_finding (verdict, i);

      g_string_append_printf (out, " %s:%d", buoy_finding_get_id (finding),
                              buoy_finding_get_strength (finding));
    }
  return g_string_free (out, FALSE);
}

static void
test_honest (gconstpointer data)
{
  static const char *const forms[] = {
    "https://%s/?utm_source=mail&utm_medium=email",
    "https://%s/?fbclid=IwAR0&gclid=x#section",
    "https://%s/#!/a/b",
    "https://%s:443/",
    "https://%s:8443/x",
    "HTTPS://%s/",
    "http://%s/A/b/%%7Euser/?Q=%%E3%%81%%82",
    "https://%s/a/../b/./c",
    "https://%s/?mail=reader%%40reader.test",
    "https://%s?x",
    "https:\\\\%s/",
  };
  const Link *link = data;
  g_autofree char *plain = g_strdup_printf ("https://%s/", link->host);
  g_autofree char *expected = tell (link->from, plain, link->text);
  g_autofree char *upper = g_ascii_strup (link->host, -1);

  g_assert_cmpstr (expected, ==, "none");
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_auto (GStrv) halves = g_strsplit (forms[i], "%s", 2);
      g_auto (GStrv) parts = g_strsplit (halves[1], "%%", -1);
      g_autofree char *rest = g_strjoinv ("%", parts);
      g_autofree char *href = g_strconcat (halves[0], link->host, rest, NULL);
      g_autofree char *loud = g_strconcat (halves[0], upper, rest, NULL);
      g_autofree char *told = tell (link->from, href, link->text);
      g_autofree char *told_loud = tell (link->from, loud, link->text);

      g_test_message ("%s", href);
      g_assert_cmpstr (told, ==, expected);
      g_assert_cmpstr (told_loud, ==, expected);
    }
}

static void
test_wrapped (gconstpointer data)
{
  const Link *link = data;
  g_autofree char *plain = g_strdup_printf ("https://%s/a?b=c", link->host);
  g_autofree char *escaped = g_uri_escape_string (plain, NULL, FALSE);
  g_autofree char *expected = tell (link->from, plain, link->text);

  for (guint i = 0; i < G_N_ELEMENTS (wrappers); i++)
    {
      g_auto (GStrv) halves = g_strsplit (wrappers[i], "%s", 2);
      g_autofree char *href = g_strconcat (halves[0], escaped, halves[1], NULL);
      g_autofree char *told = tell (link->from, href, link->text);

      g_test_message ("%s", href);
      g_assert_cmpstr (told, ==, expected);
    }
}

static void
test_weight (gconstpointer data)
{
  const Weight *row = data;
  g_autofree char *told = tell ("news@shop.test", row->href, row->text);

  g_assert_cmpstr (told, ==, row->expected);
}

static void
add (const char *name, const Link *rows, gsize n_rows, GTestDataFunc func)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *path = g_strdup_printf ("/links/%s/%" G_GSIZE_FORMAT, name, i);

      g_test_add_data_func (path, &rows[i], func);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("honest", honest, G_N_ELEMENTS (honest), test_honest);
  add ("wrapped", links, G_N_ELEMENTS (links), test_wrapped);
  for (gsize i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      g_autofree char *path = g_strconcat ("/links/weight/", weights[i].name, NULL);

      g_test_add_data_func (path, &weights[i], test_weight);
    }
  return g_test_run ();
}
