/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which names are looked up on servers that the sender may run: automatically none that could be a receipt, and on
 * request none that identifies the reader.
 */
#include "config.h"

#include <string.h>

#include "dns-server.h"
#include "net/buoy-verify-private.h"
#include "scan/buoy-scan.h"

#define PATIENCE 60 /* seconds: every query is answered, however busy the machine */

typedef struct
{
  const char *name;
  const char *from, *to;
  const char *signatures[3];          /* "SELECTOR DOMAIN" */
  const char *by_itself, *on_request; /* the names that are looked up */
} Row;

/* bank.example asks to reject failing mail; the other organisations' domains publish nothing. */
/* clang-format off */
static const Row rows[] = {
  { "organisation", "info@bank.example", "suzie@reader.example", { "s1 bank.example" }, "_dmarc.bank.example",
    "_dmarc.bank.example s1._domainkey.bank.example" },
  { "unsigned", "info@bank.example", "suzie@reader.example", { NULL }, "_dmarc.bank.example", "_dmarc.bank.example" },
  { "sub-domain", "info@news.bank.example", "suzie@reader.example", { "s1 news.bank.example" }, "_dmarc.bank.example",
    "_dmarc.news.bank.example _dmarc.bank.example s1._domainkey.news.bank.example" },
  { "others", "info@bank.example", "suzie@reader.example", { "s1 tracker.test" }, "_dmarc.bank.example",
    "_dmarc.bank.example" },
  { "reader-in-selector", "info@bank.example", "Suzie <suzie@reader.example>",
    { "suzie-at-reader-example bank.example", "x.SUZIE.9 bank.example", "s1 bank.example" }, "_dmarc.bank.example",
    "_dmarc.bank.example s1._domainkey.bank.example" },
  { "reader-in-domain", "info@bank.example", "suzie@reader.example", { "s1 suzie.reader.bank.example" },
    "_dmarc.bank.example", "_dmarc.bank.example" },
  { "reader-in-from", "info@msg-9.suzie.bank.example", "suzie@reader.example", { "s1 bank.example" },
    "_dmarc.bank.example", "_dmarc.bank.example s1._domainkey.bank.example" },
  { "reader-with-dots", "info@bank.example", "suzie.q+x@reader.example", { "suzie-q-x bank.example" },
    "_dmarc.bank.example", "_dmarc.bank.example" },
  { "own-address", "info@bank.example", "undisclosed:;", { "me-myself bank.example" }, "_dmarc.bank.example",
    "_dmarc.bank.example" },
  { "sender-in-selector", "bounce-8837@bank.example", "suzie@reader.example", { "bounce-8837 bank.example" },
    "_dmarc.bank.example", "_dmarc.bank.example" },
  { "department", "news@news.bank.example", "suzie@reader.example", { "news news.bank.example" },
    "_dmarc.bank.example", "_dmarc.news.bank.example _dmarc.bank.example news._domainkey.news.bank.example" },
  { "long-number", "info@bank.example", "suzie@reader.example", { "k123456789012345 bank.example" },
    "_dmarc.bank.example", "_dmarc.bank.example" },
  { "long-selector", "info@bank.example", "suzie@reader.example",
    { "abcdefghij-abcdefghij-abcdefghij-abcdefghij-abcdefghij bank.example" }, "_dmarc.bank.example",
    "_dmarc.bank.example" },
  { "honest-selectors", "info@bank.example", "suzie@reader.example",
    { "20230601 bank.example", "selector1-tnzmahaohstyxjtitjnd-onmicrosoft-com bank.example",
      "b8e824e6-0be2-11e6-931d-288c65937aad bank.example" },
    "_dmarc.bank.example",
    "_dmarc.bank.example 20230601._domainkey.bank.example "
    "selector1-tnzmahaohstyxjtitjnd-onmicrosoft-com._domainkey.bank.example "
    "b8e824e6-0be2-11e6-931d-288c65937aad._domainkey.bank.example" },
  { "organisation-for-one", "info@suzie-7.example", "suzie@reader.example", { NULL }, "", "_dmarc.suzie-7.example" },
  { "handed-out", "info@u9.github.io", "suzie@reader.example", { NULL }, "", "_dmarc.u9.github.io" },
  { "no-organisation", "info@localhost", "suzie@reader.example", { NULL }, "", "" },
};
/* clang-format on */

static char *
make_mail (const Row *row)
{
  GString *mail = g_string_new ("Received: from a.test (a.test [198.51.100.7]) by mx.reader.example; x\r\n");

  for (gsize i = 0; i < G_N_ELEMENTS (row->signatures) && row->signatures[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (row->signatures[i], " ", 2);

      g_string_append_printf (mail,
                              "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=%s; s=%s; h=from:to; "
                              "bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=; b=AAAA\r\n",
                              words[1], words[0]);
    }
  g_string_append_printf (mail, "From: %s\r\nTo: %s\r\nSubject: x\r\nDate: Mon, 4 May 2020 07:59:00 +0900\r\n\r\nx\r\n",
                          row->from, row->to);
  return g_string_free (mail, FALSE);
}

static char *
ask (const Row *row, BuoyAskScope scope)
{
  g_autoptr (DnsServer) server = dns_server_new ();
  g_autoptr (BuoyResolver) resolver = buoy_resolver_new (dns_server_get_address (server), PATIENCE);
  g_autofree char *mail = make_mail (row);
  g_autoptr (GBytes) bytes = g_bytes_new (mail, strlen (mail));
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyVerdict) offline = NULL;
  g_autoptr (BuoyVerdict) again = NULL;

  buoy_context_add_own_address (context, "me.myself@reader.example");
  dns_server_set (server, "_dmarc.bank.example", DNS_TEXTS, 60, "v=DMARC1; p=reject", NULL);
  offline = buoy_scan (bytes, context, BUOY_SCAN_PICTURES, NULL, &error);
  g_assert_no_error (error);
  again = buoy_verify_again_with (offline, bytes, scope, resolver, NULL, NULL, &error);
  g_assert_no_error (error);
  return dns_server_dup_asked (server);
}

static void
test_by_itself (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *asked = ask (row, BUOY_ASK_POLICY);

  g_assert_cmpstr (asked, ==, row->by_itself);
}

static void
test_on_request (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *asked = ask (row, BUOY_ASK_KEYS);

  g_assert_cmpstr (asked, ==, row->on_request);
}

/* The results: an unchecked signature is not a failed one, and a message with one is not unsigned. */
static void
test_outcome (void)
{
  static const struct
  {
    const char *from, *signature, *expected;
  } cases[] = {
    { "info@bank.example", NULL, "fail enforced" },
    { "info@bank.example", "s1 tracker.test", "fail enforced" },
    { "info@bank.example", "s1 bank.example", "unknown enforced not-asked" },
    { "info@news.bank.example", NULL, "unknown open" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DnsServer) server = dns_server_new ();
      g_autoptr (BuoyResolver) resolver = buoy_resolver_new (dns_server_get_address (server), PATIENCE);
      const Row row = { .from = cases[i].from, .to = "suzie@reader.example", .signatures = { cases[i].signature } };
      g_autofree char *mail = make_mail (&row);
      g_autofree char *judged
          = g_strconcat ("Authentication-Results: mx.reader.example; spf=pass smtp.mailfrom=other.test\r\n", mail,
                         NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (judged, strlen (judged));
      g_autoptr (BuoyVerdict) offline = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, NULL);
      g_autoptr (BuoyVerdict) again = NULL;
      const BuoySignature *aligned;
      g_autofree char *found = NULL;

      dns_server_set (server, "_dmarc.bank.example", DNS_TEXTS, 60, "v=DMARC1; p=reject", NULL);
      again = buoy_verify_again_with (offline, bytes, BUOY_ASK_POLICY, resolver, NULL, NULL, NULL);
      aligned = buoy_verification_find_aligned (again->verification);
      found = g_strdup_printf ("%s %s%s%s", again->facts->auth.state == BUOY_AUTH_FAIL ? "fail" : "unknown",
                               again->verification->enforced ? "enforced" : "open", aligned != NULL ? " " : "",
                               aligned != NULL ? aligned->reason : "");
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *by_itself = g_strconcat ("/receipt/by-itself/", rows[i].name, NULL);
      g_autofree char *on_request = g_strconcat ("/receipt/on-request/", rows[i].name, NULL);

      g_test_add_data_func (by_itself, &rows[i], test_by_itself);
      g_test_add_data_func (on_request, &rows[i], test_on_request);
    }
  g_test_add_func ("/receipt/outcome", test_outcome);
  return g_test_run ();
}
