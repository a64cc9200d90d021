/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which server handed a message in, and whether it matches From. Each row's result is "state host by [generic] [list]
 * [via]", with "-" for unknown.
 */
#include "config.h"

#include "trace.h"

typedef struct
{
  const char *name, *headers, *expected;
} Case;

#define LOCAL_HOP                                                                                \
  "Received: from localhost (localhost [127.0.0.1]) by box.reader.example (Postfix) with ESMTP " \
  "id 2; x\n"
#define PRIVATE_HOP                                                                             \
  "Received: from mx.reader.example (mx.reader.example [10.0.0.3]) by box.reader.example with " \
  "LMTP id 3; x\n"
#define FORGED_BANK_LINE                                                                    \
  "Received: from out.bank.example (out.bank.example [198.51.100.8]) by mx.reader.example " \
  "(Postfix) with ESMTP id 9; x\n"
#define OUTLOOK(peer, ip)                                                                          \
  "Received: from A1.namprd10.prod.outlook.com (::1) by B1.namprd10.prod.outlook.com with HTTPS; " \
  "x\n"                                                                                            \
  "Received: from C1.PROD.OUTLOOK.COM (2603:10b6:408:10a::10) by A1.namprd10.prod.outlook.com "    \
  "(2603:10b6:930:d7::6)"                                                                          \
  " with Microsoft SMTP Server (TLS) id 15; x\n"                                                   \
  "Received: from " peer " (" ip ") by D1.mail.protection.outlook.com (10.167.249.54)"             \
  " with Microsoft SMTP Server (TLS) id 15 via Frontend Transport; x\n"
#define GMAIL(peer)                                                                               \
  "Received: by 2002:a05:6a00:1:0:0:0:1 with SMTP id a1; Thu, 05 Mar 2026 09:35:56 -0800 (PST)\n" \
  "Received: from " peer " by mx.google.com with ESMTPS id a2; Thu, 05 Mar 2026 09:35:55 -0800 (PST)\n"

static const Case cases[] = {
  { "match", FROM_BANK BANK, "match out.bank.example mx.reader.example" },
  { "match-behind-own-hops", LOCAL_HOP PRIVATE_HOP FROM_BANK BANK, "match out.bank.example mx.reader.example" },
  { "helo-is-no-match", FROM_STRANGER BANK, "mismatch bank.example mx.reader.example" },
  { "other", FROM_OTHER BANK, "mismatch out.other.test mx.reader.example" },
  { "unverified-below", FROM_OTHER FORGED_BANK_LINE BANK, "mismatch out.other.test mx.reader.example" },
  { "unverified-of-own-name",
    "Received: from gw.reader.example (unknown [198.51.100.9]) by mx.reader.example (Postfix) with "
    "ESMTP id 1; x\n"
    "Received: from out.bank.example (out.bank.example [198.51.100.8]) by gw.reader.example "
    "(Postfix) with ESMTP id 9; x\n" BANK,
    "mismatch gw.reader.example mx.reader.example" },
  { "may-be-forged",
    "Received: from bank.example (out.bank.example [198.51.100.9] (may be forged)) by "
    "mx.reader.example (8.14.4/8.14.4)"
    " with ESMTP id 1; x\n" BANK,
    "unknown out.bank.example mx.reader.example" },
  { "outlook-other", OUTLOOK ("out.other.test", "198.51.100.7") BANK,
    "mismatch out.other.test d1.mail.protection.outlook.com" },
  { "outlook-cannot-tell", OUTLOOK ("out.bank.example", "198.51.100.8") BANK,
    "unknown out.bank.example d1.mail.protection.outlook.com" },
  { "outlook-name-of-its-own", OUTLOOK ("X1.PROD.OUTLOOK.COM", "198.51.100.9") BANK,
    "mismatch x1.prod.outlook.com d1.mail.protection.outlook.com" },
  { "gmail-match", GMAIL ("out.bank.example (out.bank.example. [198.51.100.8])") BANK,
    "match out.bank.example mx.google.com" },
  { "gmail-no-name", GMAIL ("bank.example ([198.51.100.9])") BANK, "mismatch bank.example mx.google.com" },
  { "gmail-to-gmail",
    GMAIL ("mail-sor-f41.google.com (mail-sor-f41.google.com. [209.85.220.41])") "Received: from pc "
                                                                                 "(p1.dyn.example.net."
                                                                                 " [203.0.113.9]) by "
                                                                                 "smtp.gmail.com with "
                                                                                 "ESMTPSA id a3; x\n"
                                                                                 "From: A "
                                                                                 "<a@gmail.com>\n",
    "unknown p1.dyn.example.net smtp.gmail.com generic" },
  { "gmail-other-domain",
    GMAIL ("mail-lj1-f181.google.com (mail-lj1-f181.google.com. [209.85.208.181])") "From: A "
                                                                                    "<a@gmail.com>\n",
    "unknown - -" },
  { "ipv6",
    "Received: from out.bank.example (out.bank.example [IPv6:2001:db8::8]) by mx.reader.example "
    "(Postfix) with ESMTP id 1; x\n" BANK,
    "match out.bank.example mx.reader.example" },
  { "dynamic",
    "Received: from bank.example (p126-51-100-9.dyn.isp.test [198.51.100.9]) by mx.reader.example "
    "(Postfix) with ESMTP id 1; x\n" BANK,
    "mismatch p126-51-100-9.dyn.isp.test mx.reader.example generic" },
  { "numbered-customer",
    "Received: from bank.example (9.100.51.198.static.isp.test [198.51.100.9]) by "
    "mx.reader.example (Postfix) with ESMTP id 1; x\n" BANK,
    "mismatch 9.100.51.198.static.isp.test mx.reader.example generic" },
  { "rented-from-google",
    "Received: from google.com (9.100.51.198.bc.googleusercontent.com [198.51.100.9]) by mx.reader.example "
    "(Postfix) with ESMTP id 1; x\nFrom: A <a@google.com>\n",
    "mismatch 9.100.51.198.bc.googleusercontent.com mx.reader.example generic" },
  { "rented-from-amazon",
    "Received: from amazon.co.jp (ec2-198-51-100-9.compute-1.amazonaws.com [198.51.100.9]) by "
    "mx.reader.example (Postfix) with ESMTP id 1; x\nFrom: A <a@amazon.co.jp>\n",
    "mismatch ec2-198-51-100-9.compute-1.amazonaws.com mx.reader.example generic" },
  { "own-customer",
    "Received: from pc (p198-51-100-9.dyn.isp.test [198.51.100.9]) by mx.reader.example (Postfix) "
    "with ESMTP id 1; x\nFrom: A <a@isp.test>\n",
    "unknown p198-51-100-9.dyn.isp.test mx.reader.example generic" },
  { "numbered-service",
    "Received: from a9.amazonses.com (a51-100-9-1.smtp-out.amazonses.com [51.100.9.1]) by "
    "mx.reader.example (Postfix)"
    " with ESMTP id 1; x\n" BANK,
    "mismatch a51-100-9-1.smtp-out.amazonses.com mx.reader.example" },
  { "submission",
    "Received: from [192.168.1.7] (p1.isp.test [203.0.113.9]) (Authenticated sender: a) by "
    "mx.reader.example (Postfix)"
    " with ESMTPSA id 1; x\n" BANK,
    "unknown p1.isp.test mx.reader.example" },
  { "web-mail", "Received: from [203.0.113.77] by web1.mail.reader.example via HTTP; x\n" BANK,
    "unknown - web1.mail.reader.example" },
  { "inside-only", PRIVATE_HOP LOCAL_HOP BANK, "unknown - -" },
  { "local-only", "Received: by box.reader.example (Postfix, from userid 0) id 1; x\n" BANK, "unknown - -" },
  { "no-trace", BANK, "unknown - -" },
  { "first-hop-only",
    "Received: from pc.home.test (pc.home.test [203.0.113.5]) by smtp.bank.example (Postfix) with "
    "ESMTP id 1; x\n" BANK,
    "unknown pc.home.test smtp.bank.example" },
  { "own-domain-from-outside", "Return-Path: <x@reader.example>\n" FROM_STRANGER "From: Boss <boss@reader.example>\n",
    "mismatch bank.example mx.reader.example" },
  { "forwarded-by-university",
    "Received: from mail.uni.test (mail.uni.test [198.51.100.20]) by mx.reader.example (Postfix) "
    "with ESMTP id 1; x\n"
    "To: reader@uni.test\n" BANK,
    "mismatch mail.uni.test mx.reader.example" },
  { "forwarded-with-srs",
    "Return-Path: <SRS0=ab=cd=bank.example=info@fwd.test>\n"
    "Received: from mail.fwd.test (mail.fwd.test [198.51.100.20]) by mx.reader.example (Postfix) "
    "with ESMTP id 1; x\n" BANK,
    "mismatch mail.fwd.test mx.reader.example" },
  { "forward-claimed-only", "X-Forwarded-To: reader@uni.test\nTo: reader@uni.test\n" FROM_OTHER BANK,
    "mismatch out.other.test mx.reader.example" },
  { "fetched",
    "Received: from pop.reader.example [203.0.113.15] by localhost with POP3 (fetchmail-6.4.0) for "
    "me@localhost; x\n" FROM_BANK BANK,
    "match out.bank.example mx.reader.example" },
  { "list",
    "Return-Path: <talk-bounces@lists.club.test>\n"
    "Received: from lists.club.test (lists.club.test [198.51.100.21]) by mx.reader.example "
    "(Postfix) with ESMTP id 1; x\n"
    "List-Post: <mailto:talk@lists.club.test>\n" BANK,
    "mismatch lists.club.test mx.reader.example list" },
  { "list-claimed-only", "List-Id: <talk.lists.club.test>\nList-Post: <mailto:talk@lists.club.test>\n" FROM_OTHER BANK,
    "mismatch out.other.test mx.reader.example" },
  { "newsletter-is-no-list",
    "Return-Path: <x@other.test>\n" FROM_OTHER "List-Id: <news.other.test>\nPrecedence: bulk\n" BANK,
    "mismatch out.other.test mx.reader.example" },
  { "google-group",
    "Return-Path: <talk+bncBC1@googlegroups.com>\n"
    "Received: from mail-oo1-f80.google.com (mail-oo1-f80.google.com [209.85.161.80]) by "
    "mx.reader.example (Postfix)"
    " with ESMTPS id 1; x\nList-Post: <https://groups.google.com/group/talk/post>, "
    "<mailto:talk@googlegroups.com>\n" BANK,
    "mismatch mail-oo1-f80.google.com mx.reader.example" },
  { "no-from", FROM_OTHER, "unknown out.other.test mx.reader.example" },
};

static void
test_origin (gconstpointer data)
{
  const Case *row = data;
  static const char *const states[] = { "unknown", "match", "vouched", "mismatch" };
  g_autoptr (BuoyEvidence) evidence = trace_evidence_new (row->headers, NULL, NULL);
  const BuoyOrigin *origin = &evidence->origin;
  g_autofree char *outcome
      = g_strdup_printf ("%s %s %s%s%s%s", states[origin->state], origin->host != NULL ? origin->host : "-",
                         origin->by != NULL ? origin->by : "-", origin->generic_rdns ? " generic" : "",
                         evidence->claims_list ? " list" : "", origin->via_list ? " via" : "");

  g_assert_cmpstr (outcome, ==, row->expected);
  g_assert_true (origin->assumed);
}

static void
test_configured (void)
{
  g_autoptr (BuoyEvidence) known = trace_evidence_new (LOCAL_HOP FROM_BANK BANK, "imap.reader.example", NULL);
  g_autoptr (BuoyEvidence) unknown = trace_evidence_new (FROM_BANK BANK, "mx.elsewhere.test", NULL);

  g_assert_false (known->origin.assumed);
  g_assert_cmpuint (known->origin.n_trusted, ==, 2);
  g_assert_true (unknown->origin.assumed);
  g_assert_cmpint (unknown->origin.state, ==, BUOY_ORIGIN_MATCH);
}

static void
test_own_forward (void)
{
  g_autoptr (BuoyEvidence) evidence = trace_evidence_new (FROM_OTHER BANK, NULL, "reader@other.test");

  g_assert_cmpint (evidence->origin.state, ==, BUOY_ORIGIN_UNKNOWN);
  g_assert_true (evidence->origin.via_list);
  g_assert_false (evidence->claims_list);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/origin/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_origin);
    }
  g_test_add_func ("/origin/configured", test_configured);
  g_test_add_func ("/origin/own-forward", test_own_forward);
  return g_test_run ();
}
