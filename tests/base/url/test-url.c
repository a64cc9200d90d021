/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * URLs: what a browser opens, and anomalies in how they were written.
 */
#include "config.h"

#include "base/url/buoy-url.h"

#include <string.h>

typedef struct
{
  const char *input;
  const char *base;
  const char *opened; /* NULL: refused */
  const char *host;
} Row;

static const Row plain[] = {
  { "https://www.example.com/a?b=c#d", NULL, "https://www.example.com/a?b=c#d", "www.example.com" },
  { "HTTPS://EXAMPLE.COM", NULL, "https://example.com/", "example.com" },
  { "  https://example.com/ \n", NULL, "https://example.com/", "example.com" },
  { "\001\002https://example.com/\037", NULL, "https://example.com/", "example.com" },
  { "htt\nps://exa\tmple.com/\r\nx", NULL, "https://example.com/x", "example.com" },
  { "https://example.com:443/", NULL, "https://example.com/", "example.com" },
  { "https://example.com:/", NULL, "https://example.com/", "example.com" },
  { "https://example.com:08443/", NULL, "https://example.com:8443/", "example.com" },
  { "https://example.com:65536/", NULL, NULL, NULL },
  { "https://example.com:8x/", NULL, NULL, NULL },
  { "https://example.com./", NULL, "https://example.com./", "example.com." },
  { "https://", NULL, NULL, NULL },
  { "https:///", NULL, NULL, NULL },
  { "https://?q", NULL, NULL, NULL },
  { "https://#", NULL, NULL, NULL },
  { "https://@/", NULL, NULL, NULL },
  { "https://:80/", NULL, NULL, NULL },
  { "", NULL, NULL, NULL },
  { "example.com", NULL, NULL, NULL },
  { "//example.com", NULL, NULL, NULL },
  { "1http://example.com", NULL, NULL, NULL },
};

static const Row slashes[] = {
  { "https:example.com/x", NULL, "https://example.com/x", "example.com" },
  { "https:/example.com/x", NULL, "https://example.com/x", "example.com" },
  { "https:////example.com/x", NULL, "https://example.com/x", "example.com" },
  { "https:\\\\example.com\\x\\y", NULL, "https://example.com/x/y", "example.com" },
  { "https:/\\example.com", NULL, "https://example.com/", "example.com" },
  { "https://example.com\\@evil.example", NULL, "https://example.com/@evil.example", "example.com" },
  { "https://example.com/a\\b?c\\d#e\\f", NULL, "https://example.com/a/b?c\\d#e\\f", "example.com" },
};

static const Row users[] = {
  { "https://www.bank.example@evil.test/", NULL, "https://www.bank.example@evil.test/", "evil.test" },
  { "https://a@b@evil.test/", NULL, "https://a%40b@evil.test/", "evil.test" },
  { "https://user:pa:ss@evil.test/", NULL, "https://user:pa%3Ass@evil.test/", "evil.test" },
  { "https://:secret@evil.test/", NULL, "https://:secret@evil.test/", "evil.test" },
  { "https://@evil.test/", NULL, "https://evil.test/", "evil.test" },
  { "https://www.bank.example%2F@evil.test/", NULL, "https://www.bank.example%2F@evil.test/", "evil.test" },
  { "https://bank.example/@evil.test", NULL, "https://bank.example/@evil.test", "bank.example" },
  { "https://bank.example?@evil.test", NULL, "https://bank.example/?@evil.test", "bank.example" },
  { "https://bank.example#@evil.test", NULL, "https://bank.example/#@evil.test", "bank.example" },
};

static const Row hosts[] = {
  { "https://日本語.jp/", NULL, "https://xn--wgv71a119e.jp/", "xn--wgv71a119e.jp" },
  { "https://ｅｘａｍｐｌｅ。ｃｏｍ/", NULL, "https://example.com/", "example.com" },
  { "https://%65xample.com/", NULL, "https://example.com/", "example.com" },
  { "https://%E6%97%A5%E6%9C%AC%E8%AA%9E.jp/", NULL, "https://xn--wgv71a119e.jp/", "xn--wgv71a119e.jp" },
  { "https://example%2Ecom/", NULL, "https://example.com/", "example.com" },
  { "https://example.com%2Fx/", NULL, NULL, NULL },
  { "https://exa%00mple.com/", NULL, NULL, NULL },
  { "https://exa mple.com/", NULL, NULL, NULL },
  { "https://exa<mple.com/", NULL, NULL, NULL },
  { "https://%zz.com/", NULL, NULL, NULL },
  { "https://exam\302\255ple.com/", NULL, "https://example.com/", "example.com" },
  { "https://\302\255/", NULL, NULL, NULL },
  { "https://straße.de/", NULL, "https://xn--strae-oqa.de/", "xn--strae-oqa.de" },
  { "https://\377.com/", NULL, NULL, NULL },
};

static const Row numbers[] = {
  { "http://192.0.2.1/", NULL, "http://192.0.2.1/", "192.0.2.1" },
  { "http://3221225985/", NULL, "http://192.0.2.1/", "192.0.2.1" },
  { "http://0xC0000201/", NULL, "http://192.0.2.1/", "192.0.2.1" },
  { "http://0300.0.02.01/", NULL, "http://192.0.2.1/", "192.0.2.1" },
  { "http://0xc0.0x0.0x2.0x1/", NULL, "http://192.0.2.1/", "192.0.2.1" },
  { "http://192.513/", NULL, "http://192.0.2.1/", "192.0.2.1" },
  { "http://192.0.513/", NULL, "http://192.0.2.1/", "192.0.2.1" },
  { "http://192.0.2.1./", NULL, "http://192.0.2.1/", "192.0.2.1" },
  { "http://１９２。０。２。１/", NULL, "http://192.0.2.1/", "192.0.2.1" },
  { "http://%31%39%32.0.2.1/", NULL, "http://192.0.2.1/", "192.0.2.1" },
  { "http://0/", NULL, "http://0.0.0.0/", "0.0.0.0" },
  { "http://0x/", NULL, "http://0.0.0.0/", "0.0.0.0" },
  { "http://192.0.2.256/", NULL, NULL, NULL },
  { "http://4294967296/", NULL, NULL, NULL },
  { "http://99999999999999999999999999/", NULL, NULL, NULL },
  { "http://1.2.3.4.5/", NULL, NULL, NULL },
  { "http://1.2.3.08/", NULL, NULL, NULL },
  { "http://example.1/", NULL, NULL, NULL },
  { "http://1.example/", NULL, "http://1.example/", "1.example" },
  { "http://[2001:DB8:0:0:0:0:0:1]/", NULL, "http://[2001:db8::1]/", "[2001:db8::1]" },
  { "http://[::ffff:192.0.2.1]/", NULL, "http://[::ffff:c000:201]/", "[::ffff:c000:201]" },
  { "http://[1:0:0:2::]:8080/", NULL, "http://[1:0:0:2::]:8080/", "[1:0:0:2::]" },
  { "http://[::1/", NULL, NULL, NULL },
  { "http://[::1]x/", NULL, NULL, NULL },
  { "http://[::1%25eth0]/", NULL, NULL, NULL },
  { "http://[1:2:3]/", NULL, NULL, NULL },
  { "http://[]/", NULL, NULL, NULL },
};

static const Row paths[] = {
  { "https://a.example/b/../c/./d", NULL, "https://a.example/c/d", "a.example" },
  { "https://a.example/../../b", NULL, "https://a.example/b", "a.example" },
  { "https://a.example/b/%2e%2E/c", NULL, "https://a.example/c", "a.example" },
  { "https://a.example/b/..", NULL, "https://a.example/", "a.example" },
  { "https://a.example/b/.", NULL, "https://a.example/b/", "a.example" },
  { "https://a.example/ \"<>^`{}é", NULL, "https://a.example/%20%22%3C%3E%5E%60%7B%7D%C3%A9", "a.example" },
  { "https://a.example/?\"'<> é", NULL, "https://a.example/?%22%27%3C%3E%20%C3%A9", "a.example" },
  { "https://a.example/#\"<>` é", NULL, "https://a.example/#%22%3C%3E%60%20%C3%A9", "a.example" },
  { "https://a.example/%zz%4", NULL, "https://a.example/%zz%4", "a.example" },
  { "https://a.example//b///c", NULL, "https://a.example//b///c", "a.example" },
};

static const Row others[] = {
  { "mailto:a@example.com?subject=x", NULL, "mailto:a@example.com?subject=x", NULL },
  { "JavaScript:alert(1)", NULL, "javascript:alert(1)", NULL },
  { "java\nscript:alert(1)", NULL, "javascript:alert(1)", NULL },
  { "data:text/html,<b>", NULL, "data:text/html,<b>", NULL },
  { "tel:+81-3-0000-0000", NULL, "tel:+81-3-0000-0000", NULL },
  { "cid:part1@example.com", NULL, "cid:part1@example.com", NULL },
  { "search-ms:query=x", NULL, "search-ms:query=x", NULL },
  { "other://Host.Example/x", NULL, "other://Host.Example/x", "Host.Example" },
  { "other://ho st/", NULL, NULL, NULL },
  { "other:/..//x", NULL, "other:/.//x", NULL },
  { "ftp://ftp.example.com:21/x", NULL, "ftp://ftp.example.com/x", "ftp.example.com" },
  { "wss://example.com:443", NULL, "wss://example.com/", "example.com" },
  { "file:///C|/x/../../y", NULL, "file:///C:/y", "" },
  { "file://localhost/etc", NULL, "file:///etc", "" },
  { "file://server/share", NULL, "file://server/share", "server" },
  { "file:\\\\server\\share", NULL, "file://server/share", "server" },
  { "file:", NULL, "file:///", "" },
};

static const char base[] = "https://www.example.com/a/b?c#d";

static const Row relative[] = {
  { "", base, "https://www.example.com/a/b?c", "www.example.com" },
  { "#x", base, "https://www.example.com/a/b?c#x", "www.example.com" },
  { "?x", base, "https://www.example.com/a/b?x", "www.example.com" },
  { "x", base, "https://www.example.com/a/x", "www.example.com" },
  { "/x", base, "https://www.example.com/x", "www.example.com" },
  { "../../x", base, "https://www.example.com/x", "www.example.com" },
  { "//evil.test/x", base, "https://evil.test/x", "evil.test" },
  { "\\\\evil.test\\x", base, "https://evil.test/x", "evil.test" },
  { "/\\evil.test", base, "https://evil.test/", "evil.test" },
  { "https:x", base, "https://www.example.com/a/x", "www.example.com" },
  { "https:/x", base, "https://www.example.com/x", "www.example.com" },
  { "http:x.example", base, "http://x.example/", "x.example" },
  { "?x", "https://a.example/", "https://a.example/?x", "a.example" },
  { "x", "https://a.example", "https://a.example/x", "a.example" },
  { "", "https://a.example", "https://a.example/", "a.example" },
  { "x", "file:///C:", "file:///C:/x", "" },
  { "?x", "file:/", "file:///?x", "" },
  { "?x", "other://a.example", "other://a.example?x", "a.example" },
  { "x", "mailto:a@example.com", NULL, NULL },
  { "#x", "mailto:a@example.com", "mailto:a@example.com#x", NULL },
  { "x", "file:///C:/a/b", "file:///C:/a/x", "" },
  { "/x", "file:///C:/a/b", "file:///C:/x", "" },
  { "//server/x", "file:///C:/a/b", "file://server/x", "server" },
};

static void
check_row (const Row *row)
{
  g_autoptr (BuoyUrl) parsed_base = row->base != NULL ? buoy_url_parse (row->base, NULL) : NULL;
  g_autoptr (BuoyUrl) url = buoy_url_parse (row->input, parsed_base);
  g_autofree char *text = url != NULL ? buoy_url_to_string (url) : NULL;
  g_autoptr (BuoyUrl) again = text != NULL ? buoy_url_parse (text, NULL) : NULL;
  g_autofree char *text_again = again != NULL ? buoy_url_to_string (again) : NULL;

  g_assert_cmpstr (text, ==, row->opened);
  if (url != NULL)
    g_assert_cmpstr (url->host, ==, row->host);
  g_assert_cmpstr (text_again, ==, text);
}

#define CHECK_TABLE(name, rows)                     \
  static void test_##name (void)                    \
  {                                                 \
    for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) \
      check_row (&rows[i]);                         \
  }

CHECK_TABLE (plain, plain)
CHECK_TABLE (slashes, slashes)
CHECK_TABLE (users, users)
CHECK_TABLE (hosts, hosts)
CHECK_TABLE (numbers, numbers)
CHECK_TABLE (paths, paths)
CHECK_TABLE (others, others)
CHECK_TABLE (relative, relative)

static const struct
{
  const char *input;
  guint anomalies;
} odd[] = {
  { "https://example.com/", BUOY_URL_ANOMALY_NONE },
  { "  HTTPS://Example.COM/\n", BUOY_URL_ANOMALY_NONE },
  { "https://example.com/a\r\n b", BUOY_URL_ANOMALY_NONE },
  { "https://日本語.jp/", BUOY_URL_ANOMALY_NONE },
  { "https://BÜCHER.de/", BUOY_URL_ANOMALY_NONE },
  { "https://192.0.2.1/", BUOY_URL_ANOMALY_NONE },
  { "mailto:a@example.com", BUOY_URL_ANOMALY_NONE },
  { "https://@example.com/", BUOY_URL_ANOMALY_NONE },
  { "https://a@example.com/", BUOY_URL_ANOMALY_USERINFO },
  { "http://3221225985/", BUOY_URL_ANOMALY_IP_FORM },
  { "htt\nps://example.com/", BUOY_URL_ANOMALY_CONTROL },
  { "https://exam\tple.com/", BUOY_URL_ANOMALY_CONTROL },
  { "https:\\\\example.com/", BUOY_URL_ANOMALY_BACKSLASH },
  { "https:example.com/", BUOY_URL_ANOMALY_SLASHES },
  { "https:///example.com/", BUOY_URL_ANOMALY_SLASHES },
  { "https://%65xample.com/", BUOY_URL_ANOMALY_ENCODED_HOST },
  { "https://ｅxample.com/", BUOY_URL_ANOMALY_MAPPED_HOST },
  { "https://exam\302\255ple.com/", BUOY_URL_ANOMALY_MAPPED_HOST },
  { "https://日本\302\255語.jp/", BUOY_URL_ANOMALY_MAPPED_HOST },
  { "https:/a@%65xample.com/", BUOY_URL_ANOMALY_SLASHES | BUOY_URL_ANOMALY_USERINFO | BUOY_URL_ANOMALY_ENCODED_HOST },
};

static void
test_anomalies (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr (BuoyUrl) url = buoy_url_parse (odd[i].input, NULL);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_nonnull (url);
      g_assert_cmphex (url->anomalies, ==, odd[i].anomalies);
    }
}

static void
test_query_value (void)
{
  g_autoptr (BuoyUrl) url = buoy_url_parse ("https://a.example/?u=x%2Fy&v=a+b&w=&u=second&%78=1", NULL);
  g_autofree char *u = buoy_url_query_value (url, "u");
  g_autofree char *v = buoy_url_query_value (url, "v");
  g_autofree char *w = buoy_url_query_value (url, "w");
  g_autofree char *z = buoy_url_query_value (url, "z");

  g_assert_cmpstr (u, ==, "x/y");
  g_assert_cmpstr (v, ==, "a b");
  g_assert_cmpstr (w, ==, "");
  g_assert_null (z);
}

static void
test_nul (void)
{
  static const char in_path[] = "https://a.example/x\0y";
  static const char in_host[] = "https://a\0b.example/";
  g_autoptr (BuoyUrl) path = buoy_url_parse_bytes (in_path, sizeof in_path - 1, NULL);
  g_autoptr (BuoyUrl) host = buoy_url_parse_bytes (in_host, sizeof in_host - 1, NULL);

  g_assert_nonnull (path);
  g_assert_cmpstr (path->path, ==, "/x%00y");
  g_assert_null (host);
  g_assert_null (buoy_url_parse (NULL, NULL));
}

/* Random combinations: canonicalising is idempotent, and there are no invalid reads or writes. */
static void
test_canonical (void)
{
  static const char *const pieces[] = {
    "http", "https", "file",  "ftp",  "other", ":",       "/",     "//",   "\\",       "@",      "?",  "#",  ".",
    "..",   "%2e",   "%00",   "%",    "%zz",   "example", "com",   "日本", "\302\255", "\377",   " ",  "\t", "\n",
    "[",    "]",     "[::1]", "0x7f", "256",   "080",     "C|",    "C:",   ":80",      ":99999", "|",  "^",  "<",
    "'",    "\"",    "`",     "{",    "ß",     "xn--",    "xn--a", "-",    "_",        "Ａ",     "。", "&",  "=",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (20260101);
  BuoyUrl *bases[] = { NULL, buoy_url_parse (base, NULL), buoy_url_parse ("file:///C:/x", NULL) };

  for (guint i = 0; i < 40000; i++)
    {
      g_autoptr (GString) input = g_string_new (i % 3 == 0 ? "https://" : NULL);
      guint n = (guint) g_rand_int_range (random, 1, 12);

      while (n-- > 0)
        g_string_append (input, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);

      g_autoptr (BuoyUrl) url = buoy_url_parse (input->str, bases[i % G_N_ELEMENTS (bases)]);
      g_autofree char *text = url != NULL ? buoy_url_to_string (url) : NULL;
      g_autoptr (BuoyUrl) again = text != NULL ? buoy_url_parse (text, NULL) : NULL;
      g_autofree char *text_again = again != NULL ? buoy_url_to_string (again) : NULL;

      g_assert_cmpstr (text_again, ==, text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    g_clear_pointer (&bases[i], buoy_url_free);
}

static void
test_long (void)
{
  static const char *const units[]
      = { "a", "/", "/..", "/a", "/a/b/..", "@", ":", ".", "%2e", "?", "é", "[", "0.", "\t", "。" };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) input = g_string_new ("https://a.example");

      while (input->len < 500000)
        g_string_append (input, units[i]);

      g_autoptr (BuoyUrl) url = buoy_url_parse (input->str, NULL);
      g_autofree char *text = url != NULL ? buoy_url_to_string (url) : NULL;

      g_assert_true (text == NULL || g_str_is_ascii (text));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/url/plain", test_plain);
  g_test_add_func ("/url/slashes", test_slashes);
  g_test_add_func ("/url/users", test_users);
  g_test_add_func ("/url/hosts", test_hosts);
  g_test_add_func ("/url/numbers", test_numbers);
  g_test_add_func ("/url/paths", test_paths);
  g_test_add_func ("/url/others", test_others);
  g_test_add_func ("/url/relative", test_relative);
  g_test_add_func ("/url/anomalies", test_anomalies);
  g_test_add_func ("/url/query-value", test_query_value);
  g_test_add_func ("/url/nul", test_nul);
  g_test_add_func ("/url/canonical-twice", test_canonical);
  g_test_add_func ("/url/long", test_long);
  return g_test_run ();
}
