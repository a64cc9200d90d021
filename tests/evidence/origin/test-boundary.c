/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which trace lines the receiving side wrote, and which results in them are trusted. Each row's result is "trusted-hops
 * client auth-state unread", with "-" for none. @trusted: configured servers, separated by spaces.
 */
#include "config.h"

#include "evidence/origin/buoy-boundary.h"
#include "trace.h"

typedef struct
{
  const char *name, *headers, *trusted, *expected;
} Case;

#define RESULT(id, text) "Authentication-Results: " id "; " text "\n"
#define GOOD(id) RESULT (id, "dkim=pass header.d=bank.example; dmarc=pass header.from=bank.example")
#define BAD(id) RESULT (id, "spf=fail smtp.mailfrom=bank.example; dmarc=fail (p=reject) header.from=bank.example")
#define BOX(peer, protocol) \
  "Received: from " peer " by box.reader.example with " protocol " id 2; Mon, 4 May 2020 08:00:01 +0900\n"
/* A line that a sender forges below the boundary to look like the receiving side's. */
#define FORGED_HOP                                                                                                   \
  GOOD ("mx.reader.example")                                                                                         \
  "Received: from out.bank.example (out.bank.example [198.51.100.8]) by mx.reader.example (Postfix) with ESMTPS id " \
  "9; x\n"

static const Case cases[] = {
  /* through internal hops */
  { "lmtp", BOX ("mx.reader.example ([203.0.113.1])", "LMTP") GOOD ("mx.reader.example") FROM_OTHER BANK, NULL,
    "2 198.51.100.7 pass -" },
  { "lmtps-to-another-house",
    "Received: from director.hosting.test ([203.0.113.1]) by box.hosting.test with LMTPS id 2; x\n" GOOD (
        "mx.reader.example") FROM_OTHER BANK,
    NULL, "2 198.51.100.7 pass -" },
  { "smtp-of-a-helo", BOX ("mx.reader.example ([203.0.113.1])", "ESMTP") FORGED_HOP BANK, NULL,
    "1 203.0.113.1 none below-an-assumed-server" },
  { "smtp-of-a-helo-configured-by-name", BOX ("mx.reader.example ([203.0.113.1])", "ESMTP") FORGED_HOP BANK,
    "reader.example", "1 203.0.113.1 none out-of-place" },
  { "may-be-forged", BOX ("mx.reader.example (host.test [203.0.113.1] (may be forged))", "ESMTP") FORGED_HOP BANK,
    "reader.example", "1 203.0.113.1 none out-of-place" },
  { "configured-address", BOX ("mx.reader.example ([203.0.113.1])", "ESMTP") GOOD ("mx.reader.example") FROM_OTHER BANK,
    "203.0.113.1", "2 198.51.100.7 pass -" },
  { "configured-network", BOX ("gw ([203.0.113.1])", "ESMTP") GOOD ("mx.reader.example") FROM_OTHER BANK,
    "reader.example 203.0.113.0/24", "2 198.51.100.7 pass -" },
  { "configured-network-v6", BOX ("gw ([IPv6:2001:db8:7::1])", "ESMTP") GOOD ("mx.reader.example") FROM_OTHER BANK,
    "2001:db8:7::/48", "2 198.51.100.7 pass -" },
  { "configured-network-mapped",
    BOX ("gw ([IPv6:::ffff:203.0.113.1])", "ESMTP") GOOD ("mx.reader.example") FROM_OTHER BANK, "203.0.113.0/24",
    "2 198.51.100.7 pass -" },
  { "outside-the-network", BOX ("mx.reader.example ([203.0.114.1])", "ESMTP") FORGED_HOP BANK, "203.0.113.0/24",
    "1 203.0.114.1 none below-an-assumed-server" },
  { "looked-up-name", BOX ("x (mx.reader.example [203.0.113.1])", "ESMTP") GOOD ("mx.reader.example") FROM_OTHER BANK,
    NULL, "2 198.51.100.7 pass -" },
  { "hired-name", BOX ("mx.reader.example (vps-7.reader.example [203.0.113.1])", "ESMTP") FORGED_HOP BANK, NULL,
    "1 203.0.113.1 none below-an-assumed-server" },
  { "private", BOX ("mx.reader.example ([10.0.0.3])", "ESMTP") GOOD ("mx.reader.example") FROM_OTHER BANK, NULL,
    "2 198.51.100.7 pass -" },
  { "shared-address-space",
    BOX ("mx.reader.example ([100.64.0.3])", "ESMTP") GOOD ("mx.reader.example") FROM_OTHER BANK, NULL,
    "2 198.51.100.7 pass -" },
  { "link-local", BOX ("mx.reader.example ([fe80::3%9]])", "ESMTP") GOOD ("mx.reader.example") FROM_OTHER BANK, NULL,
    "2 198.51.100.7 pass -" },
  /* addresses that only look private */
  { "mapped-courier", BOX ("mx.reader.example (unknown [::ffff:203.0.113.9])", "ESMTPS") FORGED_HOP BANK, NULL,
    "1 203.0.113.9 none below-an-assumed-server" },
  { "mapped-sendmail", BOX ("mx.reader.example (unknown [IPv6:::ffff:203.0.113.9])", "ESMTPS") FORGED_HOP BANK, NULL,
    "1 203.0.113.9 none below-an-assumed-server" },
  { "compatible", BOX ("mx.reader.example (unknown [::203.0.113.9])", "ESMTPS") FORGED_HOP BANK, NULL,
    "1 203.0.113.9 none below-an-assumed-server" },
  { "nat64", BOX ("mx.reader.example (unknown [64:ff9b::203.0.113.9])", "ESMTPS") FORGED_HOP BANK, NULL,
    "1 64:ff9b::cb00:7109 none below-an-assumed-server" },
  { "6to4", BOX ("mx.reader.example (unknown [2002:cb00:7109::1])", "ESMTPS") FORGED_HOP BANK, NULL,
    "1 2002:cb00:7109::1 none below-an-assumed-server" },
  { "mapped-private", BOX ("mx.reader.example ([::ffff:10.0.0.3])", "ESMTP") GOOD ("mx.reader.example") FROM_OTHER BANK,
    NULL, "2 198.51.100.7 pass -" },
  /* right below the line of the server that accepted the message */
  { "below-configured", FROM_OTHER GOOD ("mx.reader.example") BANK, "mx.reader.example", "1 198.51.100.7 pass -" },
  { "below-configured-house", FROM_OTHER GOOD ("mx.reader.example") BANK, "imap.reader.example",
    "1 198.51.100.7 pass -" },
  { "below-beside-filters",
    FROM_OTHER "DKIM-Filter: OpenDKIM Filter v2.11.0 mx.reader.example 1\n" GOOD ("mx.reader.example") BANK,
    "reader.example", "1 198.51.100.7 pass -" },
  { "below-assumed", FROM_OTHER GOOD ("mx.reader.example") BANK, NULL, "1 198.51.100.7 none below-an-assumed-server" },
  { "below-another", FROM_OTHER GOOD ("mx.other.test") BANK, "reader.example",
    "1 198.51.100.7 none not-the-receiving-server" },
  { "below-another-name-of-the-house", FROM_OTHER GOOD ("auth.reader.example") BANK, "reader.example",
    "1 198.51.100.7 none out-of-place" },
  { "below-name-of-the-domain", FROM_OTHER GOOD ("reader.example") BANK, "reader.example",
    "1 198.51.100.7 none out-of-place" },
  { "below-configured-id", FROM_OTHER GOOD ("reader.example") BANK, "reader.example mx.reader.example",
    "1 198.51.100.7 pass -" },
  { "below-but-further-down", FROM_OTHER "X-Mailer: x\n" GOOD ("mx.reader.example") BANK, "reader.example",
    "1 198.51.100.7 none out-of-place" },
  { "below-another-line", FROM_OTHER FORGED_HOP BANK, NULL, "1 198.51.100.7 none below-an-assumed-server" },
  { "below-two-filters",
    FROM_OTHER RESULT ("mx.reader.example", "dmarc=pass header.from=bank.example")
        RESULT ("mx.reader.example", "dkim=pass header.d=bank.example") BANK,
    "reader.example", "1 198.51.100.7 pass -" },
  { "below-said-again",
    FROM_OTHER RESULT ("mx.reader.example", "dkim=none; dmarc=none") GOOD ("mx.reader.example") BANK, "reader.example",
    "1 198.51.100.7 unknown -" },
  { "below-said-again-elsewhere",
    FROM_OTHER RESULT ("mx.reader.example", "dkim=none")
        RESULT ("reader.example", "dmarc=pass header.from=bank.example") BANK,
    "reader.example mx.reader.example", "1 198.51.100.7 unknown -" },
  { "below-two-servers",
    BOX ("gw ([203.0.113.1])", "ESMTP") RESULT ("box.reader.example", "dkim=fail header.d=bank.example")
        FROM_OTHER GOOD ("mx.reader.example") BANK,
    "reader.example 203.0.113.1", "2 198.51.100.7 pass -" },
  { "below-second-server-of-a-helo",
    BOX ("mx.reader.example ([203.0.113.1])", "ESMTP") RESULT ("box.reader.example", "dkim=fail header.d=bank.example")
        FROM_OTHER GOOD ("mx.reader.example") BANK,
    "reader.example", "1 203.0.113.1 unknown -" },
  /* senders don't forge evidence against themselves */
  { "bad-below-assumed", FROM_OTHER BAD ("mx.reader.example") BANK, NULL, "1 198.51.100.7 fail -" },
  { "bad-stands",
    FROM_OTHER BAD ("mx.reader.example") RESULT ("mx.reader.example", "dkim=pass header.d=bank.example")
        GOOD ("mx.reader.example") BANK,
    NULL, "1 198.51.100.7 fail -" },
  { "bad-of-a-forwarder", FROM_OTHER BAD ("mx.other.test") BANK, NULL, "1 198.51.100.7 none not-the-receiving-server" },
  { "bad-further-down", FROM_OTHER "X-Mailer: x\n" BAD ("mx.reader.example") BANK, NULL,
    "1 198.51.100.7 none out-of-place" },
  { "unproven-below-assumed",
    FROM_OTHER RESULT ("mx.reader.example", "spf=softfail smtp.mailfrom=bank.example; dkim=none") BANK, NULL,
    "1 198.51.100.7 unproven -" },
  { "good-above-bad-below", GOOD ("mx.reader.example") FROM_OTHER BAD ("mx.reader.example") BANK, NULL,
    "1 198.51.100.7 pass -" },
};

static void
add_trusted (BuoyContext *context, const char *trusted)
{
  g_auto (GStrv) words = g_strsplit (trusted, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    g_assert_true (buoy_context_add_trusted_host (context, words[i]));
}

static void
test_boundary (gconstpointer data)
{
  const Case *row = data;
  static const char *const states[] = { "none", "pass", "fail", "unknown" };
  g_autofree char *text = g_strconcat (row->headers, "Subject: x\nMIME-Version: 1.0\n\nHello.\n", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (BuoyMessage) message = buoy_message_new_from_bytes (bytes, NULL);
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autoptr (BuoyEvidence) evidence = NULL;
  g_autofree char *outcome = NULL;
  const BuoyAuthentication *auth;

  if (row->trusted != NULL)
    add_trusted (context, row->trusted);
  evidence = buoy_evidence_new (message, context, FALSE);
  auth = &evidence->auth;
  outcome = g_strdup_printf ("%u %s %s %s", evidence->boundary->n_trusted,
                             evidence->origin.boundary_hop != NULL ? evidence->origin.boundary_hop->ip : "-",
                             auth->says_unproven ? "unproven" : states[auth->state],
                             auth->unread != NULL ? auth->unread : "-");
  g_assert_cmpstr (outcome, ==, row->expected);
}

/* Behind a possible gateway of the receiving side: its line is used only to accuse. */
static void
test_behind (void)
{
  static const struct
  {
    const char *peer, *below;
    gboolean is_bad;
  } rows[] = {
    { "gw.reader.example (203.0.113.1)", "unknown (HELO vps.other.test) ([198.51.100.7]) by mx.reader.example", TRUE },
    { "gw.reader.example (203.0.113.1)", "out.bank.example (out.bank.example [198.51.100.7]) by mx.reader.example",
      FALSE },
    { "gw.reader.example (203.0.113.1)", "unknown (HELO vps.other.test) ([198.51.100.7]) by mx.other.test", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *headers = g_strconcat ("Received: from ", rows[i].peer,
                                              " by HUB11.office.local (172.18.31.175) with Microsoft SMTP "
                                              "Server id 14.3.498.0; x\nReceived: from ",
                                              rows[i].below, " with ESMTP; x\n" BANK, NULL);
      g_autoptr (BuoyEvidence) evidence = trace_evidence_new (headers, NULL, NULL);

      g_test_message ("%s", headers);
      g_assert_cmpint (evidence->origin.state, ==, BUOY_ORIGIN_MISMATCH);
      g_assert_cmpint (buoy_evidence_has_bad_origin (evidence), ==, rows[i].is_bad);
    }
}

static void
test_written (void)
{
  static const struct
  {
    const char *text;
    guint hosts, networks;
  } rows[] = {
    { "mx.reader.example", 1, 0 },
    { "*.reader.example", 1, 0 },
    { ".reader.example", 1, 0 },
    { "MX.Reader.Example.", 1, 0 },
    { "mailgate", 1, 0 },
    { "192.0.2.1", 0, 1 },
    { " 192.0.2.0/24 ", 0, 1 },
    { "2001:db8::/32", 0, 1 },
    { "[2001:db8::1]", 0, 1 },
    { "", 0, 0 },
    { "a b", 0, 0 },
    { "com", 0, 0 },
    { "co.jp", 0, 0 },
    { "192.0.2.1/24", 0, 0 },
    { "192.0.2.0/33", 0, 0 },
    { "0.0.0.0/0", 0, 0 },
    { "::/0", 0, 0 },
    { "192.0.2.256", 0, 0 },
    { "mx.reader.example/24", 0, 0 },
    { "reader@mx.reader.example", 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BuoyContext) context = buoy_context_new ();

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (buoy_context_add_trusted_host (context, rows[i].text), ==, rows[i].hosts + rows[i].networks > 0);
      g_assert_cmpuint (context->trusted_hosts->len, ==, rows[i].hosts);
      g_assert_cmpuint (context->trusted_networks->len, ==, rows[i].networks);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/trust/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_boundary);
    }
  g_test_add_func ("/trust/behind", test_behind);
  g_test_add_func ("/trust/written", test_written);
  return g_test_run ();
}
