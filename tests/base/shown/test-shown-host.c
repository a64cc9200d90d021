/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which host a text names, and what only looks like one.
 */
#include "config.h"

#include "base/shown/buoy-shown-host.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *host; /* NULL: none */
} Row;

static const Row urls[] = {
  { "https://www.example.com/", "www.example.com" },
  { "http://example.com:8080/a?b#c", "example.com" },
  { "HTTPS://EXAMPLE.COM", "example.com" },
  { "hxxps://example.com/x", "example.com" },
  { "https://www.bank.example.com@evil.example.org/", "www.bank.example.com" },
  { "https://user:secret@example.org/", "example.org" },
  { "https://192.0.2.7/login", "192.0.2.7" },
  { "https://日本語.jp/", "xn--wgv71a119e.jp" },
  { "https://bücher.de", "xn--bcher-kva.de" },
  { "https://readme.md", "readme.md" },
  { "見る→https://example.co.jp/", "example.co.jp" },
  { "ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｃｏｍ／", "example.com" },
  { "https:\\\\example.com\\", "example.com" },
  { "ftp://ftp.example.net/pub", "ftp.example.net" },
  { "https://example.comをご覧ください", "example.com" },
  { "https://intern.corp/", "intern.corp" },
  { "http://3221225985/", "192.0.2.1" },
  { "http:\\\\0xc0.0.2.1/", "192.0.2.1" },
  { "http://[2001:db8::1]:8080/", "[2001:db8::1]" },
  { "https://%65xample.com/", "example.com" },
  { "https://example.com%2Fx", "example.com" },
  { "https://localhost/", NULL },
  { "https://", NULL },
};

static const Row bare[] = {
  { "www.example.com", "www.example.com" },
  { "www.example.md", "www.example.md" },
  { "example.com", "example.com" },
  { "Example.CO.JP", "example.co.jp" },
  { "x.com", "x.com" },
  { "53.com", "53.com" },
  { "  example.com  ", "example.com" },
  { "example.com.", "example.com" },
  { "example.com/path", "example.com" },
  { "example.md/path", "example.md" },
  { "example.com:443", "example.com" },
  { "日本語.jp", "xn--wgv71a119e.jp" },
  { "bücher.de", "xn--bcher-kva.de" },
  { "аpple.com", "xn--pple-43d.com" },
  { "my-shop.example.co.uk", "my-shop.example.co.uk" },
  { "Booking.com", "booking.com" },
  { "amazon.co.jp", "amazon.co.jp" },
  { "name_with.example.com", "name_with.example.com" },
};

static const Row prose[] = {
  { "Log in at example.com now", "example.com" },
  { "Log in at example.com, then wait", "example.com" },
  { "(example.com)", "example.com" },
  { "[example.com]", "example.com" },
  { "「example.com」へ", "example.com" },
  { "【example.co.jp】お知らせ", "example.co.jp" },
  { "詳しくはexample.co.jpまで", "example.co.jp" },
  { "公式サイトwww.example.jpをご覧ください。", "www.example.jp" },
  { "<example.com>", "example.com" },
  { "\"example.com\"", "example.com" },
  { "first.example.com or second.example.org", "first.example.com" },
  { "Write to a@mail.example.org or see www.example.com", "www.example.com" },
  { "ASP.NET at example.com", "example.com" },
  { "※example.com※", "example.com" },
  { "Visit…example.com", "example.com" },
  { "example.com。次へ", "example.com" },
};

static const Row disguised[] = {
  { "ｅｘａｍｐｌｅ．ｃｏｍ", "example.com" },
  { "example。com", "example.com" },
  { "example｡com", "example.com" },
  { "example．com", "example.com" },
  { "example․com", "example.com" },
  { "example[.]com", "example.com" },
  { "example(.)com", "example.com" },
  { "example{.}com", "example.com" },
  { "example[dot]com", "example.com" },
  { "example dot com", "example.com" },
  { "www dot example dot com", "www.example.com" },
  { "www [dot] example [dot] com", "www.example.com" },
  { "www . example . com", "www.example.com" },
  { "www. example. com", "www.example.com" },
  { "www. This is no host. Nor this.", NULL },
  { "w w w . e x a m p l e . c o m", "www.example.com" },
  { "exam\302\255ple.com", "example.com" },
  { "exa\342\200\213mple.com", "example.com" },
  { "\342\200\216example.com", "example.com" },
  { "𝐞𝐱𝐚𝐦𝐩𝐥𝐞.𝐜𝐨𝐦", "example.com" },
};

static const Row none[] = {
  { "", NULL },
  { "Click here", NULL },
  { "こちらをクリック。", NULL },
  { "18.08.30", NULL },
  { "2024.01.15", NULL },
  { "3.14", NULL },
  { "1.2.3", NULL },
  { "v2.0.1", NULL },
  { "Ver.3.0", NULL },
  { "12:30", NULL },
  { "12.30", NULL },
  { "192.0.2.7", NULL },
  { "$19.99", NULL },
  { "10.5.so", NULL },
  { "ASP.NET", NULL },
  { ".NET", NULL },
  { ".NET 8", NULL },
  { "VB.NET", NULL },
  { "Paint.NET", NULL },
  { "Node.js", NULL },
  { "java.io", NULL },
  { "(ODP.NET)", NULL },
  { "com.example.app", NULL },
  { "self.name", NULL },
  { "open.info()", NULL },
  { "v2.io", NULL },
  { "Mail.app", NULL },
  { "configure.ac", NULL },
  { "Frankfurt: ABCD.DE", NULL },
  { "Tokyo: 1234.JP", NULL },
  { "Co.KG", NULL },
  { "Vue.js", NULL },
  { "README.md", NULL },
  { "main.py", NULL },
  { "main.rs", NULL },
  { "build.sh", NULL },
  { "photos.zip", NULL },
  { "clip.mov", NULL },
  { "id_rsa.pub", NULL },
  { "資料.zip", NULL },
  { "会社.docx", NULL },
  { "report.pdf", NULL },
  { "index.html", NULL },
  { "libpython2.7.so", NULL },
  { "libc.so.6", NULL },
  { "@handle", NULL },
  { "@handle.example.com", NULL },
  { "somebody@example.com", NULL },
  { "first.last@example.com", NULL },
  { "ｓｏｍｅｂｏｄｙ＠ｅｘａｍｐｌｅ．ｃｏｍ", NULL },
  { "The end.In the beginning", NULL },
  { "Example Co.Ltd", NULL },
  { "EXAMPLE CO.LTD", NULL },
  { "P.O.Box 5", NULL },
  { "e.g.it works", NULL },
  { "U.S. and U.K.", NULL },
  { "a.b.c", NULL },
  { "Dr. Who", NULL },
  { "...", NULL },
  { "co.jp", NULL },
  { "example.invalidtld", NULL },
  { "完了しました。OK", NULL },
  { "a dot in the text", NULL },
};

static const Row addresses[] = {
  { "somebody@example.com", "example.com" },
  { "Somebody <Some.Body@Mail.Example.COM>", "mail.example.com" },
  { "ｓｏｍｅｂｏｄｙ＠ｅｘａｍｐｌｅ．ｃｏｍ", "example.com" },
  { "somebody@example[.]com", "example.com" },
  { "somebody@日本語.jp", "xn--wgv71a119e.jp" },
  { "連絡先somebody@example.co.jpまで", "example.co.jp" },
  { "example.com", NULL },
  { "@handle", NULL },
  { "@example.com", NULL },
  { "5 @ $3.00", NULL },
  { "", NULL },
};

static void
check_rows (const Row *rows, gsize n_rows, char *(*find) (const char *text))
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *host = find (rows[i].text);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (host, ==, rows[i].host);
    }
}

static void
test_urls (void)
{
  check_rows (urls, G_N_ELEMENTS (urls), buoy_shown_host_find);
}

static void
test_bare (void)
{
  check_rows (bare, G_N_ELEMENTS (bare), buoy_shown_host_find);
}

static void
test_prose (void)
{
  check_rows (prose, G_N_ELEMENTS (prose), buoy_shown_host_find);
}

static void
test_disguised (void)
{
  check_rows (disguised, G_N_ELEMENTS (disguised), buoy_shown_host_find);
}

static void
test_none (void)
{
  check_rows (none, G_N_ELEMENTS (none), buoy_shown_host_find);
}

static void
test_addresses (void)
{
  check_rows (addresses, G_N_ELEMENTS (addresses), buoy_shown_address_host);
}

static gboolean
is_no_shop (const char *host, gconstpointer data)
{
  return !g_str_has_suffix (host, data);
}

/* The first host that is not the shop's. */
static void
test_other (void)
{
  static const Row others[] = {
    { "shop.example https://www.bank.example/in", "www.bank.example" },
    { "https://shop.example/a, b.shop.example and bank.example", "bank.example" },
    { "shop.example/a?to=x,www.bank.example", "www.bank.example" },
    { "shop.example=www.bank.example", "www.bank.example" },
    { "shop.example:www.bank.example", "www.bank.example" },
    { "shop.exampleからwww.bank.exampleへ", "www.bank.example" },
    { "www.bank.example shop.example", "www.bank.example" },
    { "https://www.bank.example", "www.bank.example" },
    { "https://shop.example/?to=https://www.bank.example/", NULL },
    { "https://shop.example:8080/www.bank.example", NULL },
    { "shop.example/www.bank.example", NULL },
    { "shop.example and b.shop.example", NULL },
    { "shop.example", NULL },
    { "no host", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *host = buoy_shown_host_find_if (others[i].text, is_no_shop, "shop.example");

      g_test_message ("%s", others[i].text);
      g_assert_cmpstr (host, ==, others[i].host);
    }
}

/* Long padding before and after a host makes no difference. */
static void
test_padded (void)
{
  static const char *const paddings[] = { ".", " .", "-", "_", "a ", "a.- ", "(", "あ", "\314\201" };

  for (gsize i = 0; i < G_N_ELEMENTS (paddings); i++)
    {
      g_autoptr (GString) padding = g_string_new (NULL);

      while (padding->len < 70000)
        g_string_append (padding, paddings[i]);

      g_autofree char *text = g_strconcat (padding->str, " https://www.bank.example/in ", padding->str, NULL);
      g_autofree char *host = buoy_shown_host_find (text);

      g_test_message ("%s", paddings[i]);
      g_assert_cmpstr (host, ==, "www.bank.example");
    }
}

/* Long text of dots, at-signs and letters is handled quickly. */
static void
test_hostile (void)
{
  static const char *const units[] = { "a.",
                                       ".",
                                       "@",
                                       "a@",
                                       "://",
                                       "://[",
                                       "a-",
                                       "-",
                                       "-.",
                                       "_ ",
                                       "[.]",
                                       " dot ",
                                       "。a",
                                       "\377",
                                       "http://a@",
                                       "a b . ",
                                       "hxxp",
                                       "\314\201\314\247",
                                       "\357\276\236\314\201" };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      while (text->len < 200000)
        g_string_append (text, units[i]);

      g_autofree char *host = buoy_shown_host_find (text->str);
      g_autofree char *other = buoy_shown_host_find_if (text->str, is_no_shop, "");
      g_autofree char *address = buoy_shown_address_host (text->str);

      g_assert_null (host);
      g_assert_null (other);
      g_assert_null (address);
    }
  g_assert_null (buoy_shown_host_find (NULL));
  g_assert_null (buoy_shown_address_host (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shown-host/urls", test_urls);
  g_test_add_func ("/shown-host/other", test_other);
  g_test_add_func ("/shown-host/bare", test_bare);
  g_test_add_func ("/shown-host/prose", test_prose);
  g_test_add_func ("/shown-host/disguised", test_disguised);
  g_test_add_func ("/shown-host/none", test_none);
  g_test_add_func ("/shown-host/addresses", test_addresses);
  g_test_add_func ("/shown-host/padded", test_padded);
  g_test_add_func ("/shown-host/hostile", test_hostile);
  return g_test_run ();
}
