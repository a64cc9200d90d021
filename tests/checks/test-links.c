/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The strength of links by address and text; and what never changes a verdict: how an honest link's address is written.
 */
#include "config.h"

#include "link-tell.h"

static const Link honest[] = {
  { "news@shop.test", "www.shop.test", "www.shop.test" },
  { "news@shop.test", "https://www.shop.test/", "shop.test" },
  { "news@shop.test", "Read on", "www.shop.test" },
  { "a@friend.example", "see other.example", "www.other.example" },
  { "a@friend.example", "日本語.jp", "xn--wgv71a119e.jp" },
};

typedef struct
{
  const char *name;
  const char *text;
  const char *href;
  const char *expected; /* for a mail from news@shop.test without authentication */
} Weight;

static const Weight weights[] = {
  { "user", "Click here", "https://user@evil.example/", "danger deceptive-url:strong stray-links:weak" },
  { "user-repeated", "Sources", "https://team@code.example/team/x", "none deceptive-url:medium stray-links:weak" },
  { "user-of-brand", "Sources", "https://team@paypal.com/x", "none deceptive-url:medium" },
  { "number", "Click here", "http://198.51.100.7/", "caution ip-address-link:medium stray-links:medium" },
  { "number-and-own", "Click here</a> <a href=\"https://shop.test/\">or here", "http://198.51.100.7/",
    "caution ip-address-link:medium stray-links:medium" },
  { "own-page", "https://partner.example", "https://shop.test/login", "danger link-text-mismatch:strong" },
  { "own-counter", "https://partner.example", "https://shop.test/c/1f", "none link-text-mismatch:medium" },
  { "own-query", "https://partner.example", "https://shop.test/?id", "none link-text-mismatch:medium" },
  { "own-long", "https://partner.example", "https://shop.test/what-others-write-about-our-shops",
    "none link-text-mismatch:medium" },
  { "shown-without-scheme", "bit.ly/3abc", "https://bit.ly/3abc", "none" },
  { "namesake-of-brand", "www.paypalgiftcards.com", "https://email.paypal.com/x", "none link-text-mismatch:weak" },
  { "namesake-of-nobody", "www.oldrosesgiftcards.com", "https://email.oldroses.com/x",
    "danger link-text-mismatch:strong" },
  { "same-name-in-a-country", "https://www.oldroses.com", "https://oldroses.de/x", "none link-text-mismatch:medium" },
  { "same-name-out-of-a-country", "https://www.oldroses.co.uk", "https://oldroses.com/x",
    "none link-text-mismatch:medium" },
  { "same-name-of-a-counter", "https://www.oldroses.com", "https://click.oldroses.net/x",
    "none link-text-mismatch:medium" },
  { "same-name-of-another", "https://www.oldroses.com", "https://oldroses.net/x", "danger link-text-mismatch:strong" },
  { "no-web-link", "imap.other.example", "imaps://imap.other.example/", "none" },
  { "no-web-link-and-another", "imap.other.example www.partner.example", "imaps://imap.other.example/",
    "danger link-text-mismatch:strong" },
  { "no-web-link-to-another", "www.partner.example", "imaps://imap.other.example/",
    "danger link-text-mismatch:strong" },
  { "own-named", "partner.example", "https://shop.test/", "none link-text-mismatch:weak" },
};

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
  g_autofree char *expected = link_tell (link->from, plain, link->text);
  g_autofree char *upper = g_ascii_strup (link->host, -1);

  g_assert_cmpstr (expected, ==, "none");
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_auto (GStrv) halves = g_strsplit (forms[i], "%s", 2);
      g_auto (GStrv) parts = g_strsplit (halves[1], "%%", -1);
      g_autofree char *rest = g_strjoinv ("%", parts);
      g_autofree char *href = g_strconcat (halves[0], link->host, rest, NULL);
      g_autofree char *loud = g_strconcat (halves[0], upper, rest, NULL);
      g_autofree char *told = link_tell (link->from, href, link->text);
      g_autofree char *told_loud = link_tell (link->from, loud, link->text);

      g_test_message ("%s", href);
      g_assert_cmpstr (told, ==, expected);
      g_assert_cmpstr (told_loud, ==, expected);
    }
}

/* A text that is its own link deceives nobody, wherever it leads. */
static void
test_identical (void)
{
  static const char *const hrefs[] = {
    "https://bit.ly/3abc",        "https://team.pages.dev/x", "http://198.51.100.7:8080/",
    "https://user@evil.example/", "http://0x7f.1/",           "https://evil.example/?url=https://bank.example/",
  };

  for (guint i = 0; i < G_N_ELEMENTS (hrefs); i++)
    {
      g_autofree char *told = link_tell ("news@shop.test", hrefs[i], hrefs[i]);

      g_test_message ("%s", hrefs[i]);
      g_assert_cmpstr (told, ==, "none");
    }
}

static void
test_weight (gconstpointer data)
{
  const Weight *row = data;
  g_autofree char *told = link_tell ("news@shop.test", row->href, row->text);

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
  g_test_add_func ("/links/identical", test_identical);
  for (gsize i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      g_autofree char *path = g_strconcat ("/links/weight/", weights[i].name, NULL);

      g_test_add_data_func (path, &weights[i], test_weight);
    }
  return g_test_run ();
}
