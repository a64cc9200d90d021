/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Hosts: how browsers treat them, and which belong together.
 */
#include "config.h"

#include "base/host/buoy-host.h"

#include <string.h>

typedef struct
{
  const char *from;
  const char *to;
} Pair;

static const Pair to_ascii[] = {
  { "example.com", "example.com" },
  { "EXAMPLE.Com", "example.com" },
  { "example.com.", "example.com" },
  { "日本語.jp", "xn--wgv71a119e.jp" },
  { "日本語。ＪＰ", "xn--wgv71a119e.jp" },
  { "ｅｘａｍｐｌｅ．ｃｏｍ", "example.com" },
  { "BÜCHER.de", "xn--bcher-kva.de" },
  { "straße.de", "xn--strae-oqa.de" },
  { "STRAẞE.de", "xn--strae-oqa.de" },
  { "exam\302\255ple.com", "example.com" },
  { "exa\342\200\213mple.com", "example.com" },
  { "аpple.com", "xn--pple-43d.com" },
  { "XN--WGV71A119E.JP", "xn--wgv71a119e.jp" },
  { "under_score.example", "under_score.example" },
  { "-dash.example", "-dash.example" },
  { "192.0.2.1", "192.0.2.1" },
  { "localhost", "localhost" },
  { "", NULL },
  { ".", NULL },
  { "..", NULL },
  { "a..b", NULL },
  { ".example.com", NULL },
  { "exa mple.com", NULL },
  { "example.com/path", NULL },
  { "user@example.com", NULL },
  { "example.com:80", NULL },
  { "[::1]", NULL },
  { "\377\376.com", NULL },
  { "xn--a.é", NULL },
  { "a123456789012345678901234567890123456789012345678901234567890123.com", NULL },
};

static const Pair to_unicode[] = {
  { "xn--wgv71a119e.jp", "日本語.jp" }, { "mail.xn--bcher-kva.de", "mail.bücher.de" },
  { "example.com", "example.com" },     { "xn--a.com", "xn--a.com" },
  { "192.0.2.1", "192.0.2.1" },
};

static const Pair registrable[] = {
  { "www.example.com", "example.com" },
  { "example.com", "example.com" },
  { "www.example.com.", "example.com." },
  { "a.b.example.co.jp", "example.co.jp" },
  { "mail.example.bank.in", "example.bank.in" },
  { "example.fin.in.", "example.fin.in." },
  { "bank.in", NULL },
  { "bank.in.example", "in.example" },
  { "a.example.co.uk.", "example.co.uk." },
  { "example..test", NULL },
  { "shop.github.io", "shop.github.io" },
  { "x.shop.github.io", "shop.github.io" },
  { "www.city.kawasaki.jp", "city.kawasaki.jp" },
  { "www.xn--wgv71a119e.jp", "xn--wgv71a119e.jp" },
  { "com", NULL },
  { "co.jp", NULL },
  { "github.io", NULL },
  { "localhost", NULL },
  { "192.0.2.1", NULL },
  { "[2001:db8::1]", NULL },
  { "2001:db8::1", NULL },
  { "", NULL },
};

static const struct
{
  const char *a;
  const char *b;
  gboolean same;
} sites[] = {
  { "www.example.com", "mail.example.com", TRUE },
  { "www.example.com.", "example.com", TRUE },
  { "example.co.jp", "other.co.jp", FALSE },
  { "example.co.jp.", "other.co.jp.", FALSE },
  { "one.github.io", "two.github.io", FALSE },
  { "example.com", "example.com.evil.example", FALSE },
  { "example.com", "badexample.com", FALSE },
  { "localhost", "localhost", TRUE },
  { "localhost", "otherhost", FALSE },
  { "192.0.2.1", "192.0.2.1", TRUE },
  { "192.0.2.1", "203.0.2.1", FALSE },
  { NULL, "example.com", FALSE },
  { NULL, NULL, FALSE },
};

static const struct
{
  const char *host;
  const char *domain;
  gboolean within;
} within[] = {
  { "mail.example.com", "example.com", TRUE },
  { "example.com", "example.com", TRUE },
  { "example.com.", "example.com", TRUE },
  { "badexample.com", "example.com", FALSE },
  { "example.com", "mail.example.com", FALSE },
  { "com", "example.com", FALSE },
  { "example.com", "", FALSE },
  { NULL, "example.com", FALSE },
  { "example.com", NULL, FALSE },
};

static const struct
{
  const char *host;
  gboolean known;
} suffixes[] = {
  { "example.com", TRUE }, { "example.com.", TRUE },  { "example.co.jp", TRUE },
  { "readme.md", TRUE },   { "example.test", TRUE },  { "mail.intranet", TRUE },
  { "a.co.za", TRUE },     { "example.docx", FALSE }, { "3.14", FALSE },
  { "192.0.2.1", FALSE },  { "com", FALSE },          { "a.", FALSE },
  { "", FALSE },           { NULL, FALSE },
};

static const struct
{
  const char *host;
  gboolean is_ip;
  gboolean is_public;
} addresses[] = {
  { "198.51.100.7", TRUE, TRUE },
  { "[2001:db8::1]", TRUE, TRUE },
  { "2001:db8::1", TRUE, TRUE },
  { "127.0.0.1", TRUE, FALSE },
  { "10.1.2.3", TRUE, FALSE },
  { "172.16.0.1", TRUE, FALSE },
  { "172.32.0.1", TRUE, TRUE },
  { "192.168.1.1", TRUE, FALSE },
  { "100.64.0.1", TRUE, FALSE },
  { "169.254.1.1", TRUE, FALSE },
  { "224.0.0.1", TRUE, FALSE },
  { "0.0.0.0", TRUE, FALSE },
  { "[::1]", TRUE, FALSE },
  { "::1", TRUE, FALSE },
  { "::ffff:10.0.0.1", TRUE, FALSE },
  { "::ffff:198.51.100.7", TRUE, TRUE },
  { "[::FFFF:c633:6407]", TRUE, TRUE },
  { "::ffff:0:198.51.100.7", TRUE, TRUE },
  { "::198.51.100.7", TRUE, TRUE },
  { "::10.0.0.1", TRUE, FALSE },
  { "::", TRUE, FALSE },
  { "64:ff9b::198.51.100.7", TRUE, TRUE },
  { "64:ff9b::10.0.0.1", TRUE, FALSE },
  { "64:ff9b:1::198.51.100.7", TRUE, TRUE },
  { "64:ff9b:1::192.168.0.1", TRUE, FALSE },
  { "2002:c633:6407::1", TRUE, TRUE },
  { "2002:a00:1::1", TRUE, FALSE },
  { "2001:0:1:2:3:4:39cc:9bf8", TRUE, TRUE },
  { "2001::f5ff:fffe", TRUE, FALSE },
  { "100.127.255.1", TRUE, FALSE },
  { "100.128.0.1", TRUE, TRUE },
  { "fe80::1%6", TRUE, FALSE },
  { "fec0::1", TRUE, FALSE },
  { "fe80::1", TRUE, FALSE },
  { "fd00::1", TRUE, FALSE },
  { "1.2.3", FALSE, FALSE },
  { "1.2.3.256", FALSE, FALSE },
  { "[1.2.3.4", FALSE, FALSE },
  { "[]", FALSE, FALSE },
  { "[", FALSE, FALSE },
  { "face.example", FALSE, FALSE },
  { "", FALSE, FALSE },
  { NULL, FALSE, FALSE },
};

static void
test_to_ascii (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (to_ascii); i++)
    {
      g_autofree char *ascii = buoy_host_to_ascii (to_ascii[i].from);
      g_autofree char *again = buoy_host_to_ascii (ascii);

      g_assert_cmpstr (ascii, ==, to_ascii[i].to);
      g_assert_cmpstr (again, ==, ascii);
    }
  g_assert_null (buoy_host_to_ascii (NULL));
  g_assert_null (buoy_host_map (NULL));
}

static void
test_to_unicode (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (to_unicode); i++)
    {
      g_autofree char *unicode = buoy_host_to_unicode (to_unicode[i].from);

      g_assert_cmpstr (unicode, ==, to_unicode[i].to);
    }
  g_assert_null (buoy_host_to_unicode (NULL));
}

static void
test_registrable (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (registrable); i++)
    g_assert_cmpstr (buoy_host_registrable_domain (registrable[i].from), ==, registrable[i].to);
  g_assert_null (buoy_host_registrable_domain (NULL));
}

static void
test_same_site (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sites); i++)
    {
      g_assert_cmpint (buoy_host_same_site (sites[i].a, sites[i].b), ==, sites[i].same);
      g_assert_cmpint (buoy_host_same_site (sites[i].b, sites[i].a), ==, sites[i].same);
    }
}

static void
test_within (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (within); i++)
    g_assert_cmpint (buoy_host_is_within (within[i].host, within[i].domain), ==, within[i].within);
}

static void
test_suffix (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    g_assert_cmpint (buoy_host_has_known_suffix (suffixes[i].host), ==, suffixes[i].known);
}

static void
test_addresses (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (buoy_host_is_ip (addresses[i].host), ==, addresses[i].is_ip);
      g_assert_cmpint (buoy_host_is_public_ip (addresses[i].host), ==, addresses[i].is_public);
    }
}

static gpointer
map_many (gpointer unused)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *ascii = buoy_host_to_ascii ("www.日本語.jp");

      g_assert_cmpstr (buoy_host_registrable_domain (ascii), ==, "xn--wgv71a119e.jp");
    }
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[8];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("hosts", map_many, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static const Pair for_reader[] = {
  { "www.example.com", "www.example.com" },
  { "xn--wgv71a119e.jp", "日本語.jp" },
  { "xn--lck0ip02qw5ya.jp", "カー野球.jp" },
  { "xn--bcher-kva.de", "bücher.de" },
  { "xn--n1aeec9b.ru", "торты.ru" },
  { "www.xn--or3b17p6jjc.kr", "www.전자정부.kr" },
  /* other scripts that look Latin, alone or mixed */
  { "xn--80ak6aa92e.com", "xn--80ak6aa92e.com" },
  { "xn--pypal-4ve.com", "xn--pypal-4ve.com" },
  { "xn--mbbkpm.com", "xn--mbbkpm.com" },
  { "xn--mbbkpm.xn--y9a3aq", "ոսւօ.հայ" },
  { "xn--12345678-ecg.com", "xn--12345678-ecg.com" },
  { "xn--mxaaazq3ca.gr", "θαλασσα.gr" },
  /* strokes that look like separators */
  { "google.xn--comevil-v04f.jp", "google.xn--comevil-v04f.jp" },
  { "xn--google-8m4e.com", "xn--google-8m4e.com" },
  { "xn--abc-os4b.jp", "xn--abc-os4b.jp" },
  { "xn--49jxi3as0d0fpc.com", "xn--49jxi3as0d0fpc.com" },
  /* letters of few languages */
  { "xn--ll-0ea.cat", "l·l.cat" },
  { "xn--ll-0ea.com", "xn--ll-0ea.com" },
  { "xn--ce-0ia.com", "xn--ce-0ia.com" },
  { "xn--hllo-bpa7979ih5m.cn", "xn--hllo-bpa7979ih5m.cn" },
  { "xn--a.test", "xn--a.test" },
  { "", "" },
};

static const Pair mailboxes[] = {
  { "service@pаypal.com", "service@xn--pypal-4ve.com" },
  { "service@xn--pypal-4ve.com", "service@xn--pypal-4ve.com" },
  { "hanako@日本語.jp", "hanako@日本語.jp" },
  { "hanako@xn--wgv71a119e.jp", "hanako@日本語.jp" },
  { "a@b@www.pаypal.com", "a@b@www.xn--pypal-4ve.com" },
  { "service@𝗉aypal.com", "service@𝗉aypal.com" }, /* no A-label: the disguise is shown */
  { "service@one.test", "service@one.test" },
  { "paypal", "paypal" },
  { "", "" },
};

static void
test_address_for_reader (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (mailboxes); i++)
    {
      g_autofree char *shown = buoy_address_for_reader (mailboxes[i].from);

      g_assert_cmpstr (shown, ==, mailboxes[i].to);
    }
}

static void
test_for_reader (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (for_reader); i++)
    {
      g_autofree char *shown = buoy_host_for_reader (for_reader[i].from);

      g_assert_cmpstr (shown, ==, for_reader[i].to);
    }
  g_assert_null (buoy_host_for_reader (NULL));
}

static void
test_private_suffix (void)
{
  g_assert_true (buoy_host_is_private_suffix ("github.io"));
  g_assert_false (buoy_host_is_private_suffix ("co.jp"));
  g_assert_false (buoy_host_is_private_suffix ("com"));
  g_assert_false (buoy_host_is_private_suffix ("example.com"));
  g_assert_false (buoy_host_is_private_suffix (NULL));
}

/* No such label exists in the DNS, and sorting its marks takes quadratic time. */
static void
test_marks (void)
{
  g_autoptr (GString) host = g_string_new ("a\314\201\314\247.example");
  g_autofree char *few = buoy_host_map (host->str);
  g_autofree char *many = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_insert (host, 1, "\314\201");
  many = buoy_host_map (host->str);
  g_assert_nonnull (few);
  g_assert_null (many);
}

/* Decoding a label takes quadratic time. */
static void
test_long_labels (void)
{
  g_autofree char *label = g_strnfill (60, 'a');
  g_autofree char *host = g_strconcat ("xn--bcher-kva.", label, "aaaa.example", NULL);
  g_autofree char *unicode = buoy_host_to_unicode (host);

  g_assert_cmpstr (unicode, ==, host);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/host/to-ascii", test_to_ascii);
  g_test_add_func ("/host/to-unicode", test_to_unicode);
  g_test_add_func ("/host/for-reader", test_for_reader);
  g_test_add_func ("/host/address-for-reader", test_address_for_reader);
  g_test_add_func ("/host/private-suffix", test_private_suffix);
  g_test_add_func ("/host/registrable-domain", test_registrable);
  g_test_add_func ("/host/same-site", test_same_site);
  g_test_add_func ("/host/within", test_within);
  g_test_add_func ("/host/known-suffix", test_suffix);
  g_test_add_func ("/host/addresses", test_addresses);
  g_test_add_func ("/host/threads", test_threads);
  g_test_add_func ("/host/marks", test_marks);
  g_test_add_func ("/host/long-labels", test_long_labels);
  return g_test_run ();
}
