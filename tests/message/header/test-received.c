/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Received lines as servers write them, one form per row.
 */
#include "config.h"

#include <string.h>

#include "message/header/buoy-received.h"

#define LOGIN 1
#define LOCAL 2

typedef struct
{
  const char *name, *value;
  const char *helo, *rdns;
  BuoyRdnsState state;
  const char *ip, *by, *with;
  guint flags;
} Case;

static const Case cases[] = {
  { "postfix-unknown",
    "from mail5.participan.shop (unknown [23.94.183.109]) by mx.example.ne.jp (Postfix) with ESMTP "
    "id 4Yh0 "
    "for <user@example.ne.jp>; Sun, 26 Jan 2025 09:26:11 +0900 (JST)",
    "mail5.participan.shop", NULL, BUOY_RDNS_UNKNOWN, "23.94.183.109", "mx.example.ne.jp", "ESMTP", 0 },
  { "postfix-tls",
    "from a.example (b.example.com [IPv6:2001:DB8:0::1]) (using TLSv1.3 with cipher X (256/256 "
    "bits)) "
    "(No client certificate requested) by mx.example.org (Postfix) with ESMTPS id 4; Wed, 10 Apr "
    "2024 15:24:52 +0200",
    "a.example", "b.example.com", BUOY_RDNS_VERIFIED, "2001:db8::1", "mx.example.org", "ESMTPS", 0 },
  { "postfix-sasl",
    "from [192.168.1.7] (p1.dyn.example.net [203.0.113.9]) (Authenticated sender: taro) by "
    "smtp.example.org (Postfix) "
    "with ESMTPSA id 5; Wed, 10 Apr 2024 15:24:52 +0200",
    "192.168.1.7", "p1.dyn.example.net", BUOY_RDNS_VERIFIED, "203.0.113.9", "smtp.example.org", "ESMTPSA", LOGIN },
  { "postfix-local", "by a.example (Postfix, from userid 0) id 1C6C; Tue, 11 Jun 2024 10:28:54 +0000 (UTC)", NULL, NULL,
    BUOY_RDNS_NOT_SAID, NULL, "a.example", NULL, LOCAL },
  { "amavis",
    "from localhost (localhost [127.0.0.1]) by mx.example.org (Postfix) with ESMTP id 3; Tue, 1 "
    "Jan 2019 1:2:3 +0",
    "localhost", "localhost", BUOY_RDNS_VERIFIED, "127.0.0.1", "mx.example.org", "ESMTP", LOCAL },
  { "exim-named",
    "from smtp.example.com ([198.51.100.7]:39007 helo=Gate.Example.com) by mx.example.org with "
    "esmtps "
    "(TLSv1.2:X:256) (Exim 4.94) (envelope-from <a@example.com>) id 1hN for b@example.org; Sun, 05 "
    "May 2019 10:54:51 -0400",
    "gate.example.com", "smtp.example.com", BUOY_RDNS_VERIFIED, "198.51.100.7", "mx.example.org", "ESMTPS", 0 },
  { "exim-same-helo",
    "from smtp.example.com ([198.51.100.7]:39007) by mx.example.org with esmtps (Exim 4.91) id 1; "
    "x",
    "smtp.example.com", "smtp.example.com", BUOY_RDNS_VERIFIED, "198.51.100.7", "mx.example.org", "ESMTPS", 0 },
  { "exim-no-name",
    "from [198.51.100.7] (port=41990 helo=bank.example) by mx.example.org with esmtp (Exim 4.92) "
    "id 1",
    "bank.example", NULL, BUOY_RDNS_UNKNOWN, "198.51.100.7", "mx.example.org", "ESMTP", 0 },
  { "exim-local", "from root by host.example with local (Exim 4.92) id 1", "root", NULL, BUOY_RDNS_NOT_SAID, NULL,
    "host.example", "LOCAL", LOCAL },
  { "sendmail",
    "from helo.example (real.example.com [198.51.100.8]) by mx.example.org (8.14.4/8.14.4) with "
    "ESMTP id o1",
    "helo.example", "real.example.com", BUOY_RDNS_VERIFIED, "198.51.100.8", "mx.example.org", "ESMTP", 0 },
  { "sendmail-forged",
    "from helo.example (real.example.com [198.51.100.8] (may be forged)) by mx.example.org "
    "(8.11.6/8.11.6) with ESMTP id g",
    "helo.example", "real.example.com", BUOY_RDNS_UNVERIFIED, "198.51.100.8", "mx.example.org", "ESMTP", 0 },
  { "sendmail-ident",
    "from helo.example (IDENT:root@real.example.com [198.51.100.8]) by mx.example.org "
    "(8.9.3/8.9.3) with ESMTP id g",
    "helo.example", "real.example.com", BUOY_RDNS_VERIFIED, "198.51.100.8", "mx.example.org", "ESMTP", 0 },
  { "sendmail-no-name", "from helo.example ([198.51.100.8]) by mx.example.org (8.11.6/8.11.6) with ESMTP id g",
    "helo.example", NULL, BUOY_RDNS_UNKNOWN, "198.51.100.8", "mx.example.org", "ESMTP", 0 },
  { "sendmail-auth",
    "from [10.0.0.2] (dsl.example.net [203.0.113.4]) (authenticated bits=0) by mx.example.org "
    "(8.14/8.14) with ESMTP id g",
    "10.0.0.2", "dsl.example.net", BUOY_RDNS_VERIFIED, "203.0.113.4", "mx.example.org", "ESMTP", LOGIN },
  { "qmail-unknown",
    "from unknown (HELO ?192.168.11.100?) (203.0.113.5) by mail.example.org with SMTP; 7 Jun 2019 "
    "15:10:15 -0000",
    "?192.168.11.100?", NULL, BUOY_RDNS_UNKNOWN, "203.0.113.5", "mail.example.org", "SMTP", 0 },
  { "qmail-user",
    "from unknown (HELO pc) (a@b.example@203.0.113.5) by mail.example.org with (AES128 encrypted) "
    "SMTP; 7 Jun 2019 1:1:1 +0",
    "pc", NULL, BUOY_RDNS_UNKNOWN, "203.0.113.5", "mail.example.org", "SMTP", 0 },
  { "qmail-same-helo", "from smtp.example.com (203.0.113.5) by mail.example.org with SMTP; 7 Jun 2019 15:10:15 -0000",
    "smtp.example.com", "smtp.example.com", BUOY_RDNS_VERIFIED, "203.0.113.5", "mail.example.org", "SMTP", 0 },
  { "qmail-uid", "(qmail 21994 invoked by uid 1003); 7 Jun 2019 15:10:15 -0000", NULL, NULL, BUOY_RDNS_NOT_SAID, NULL,
    NULL, NULL, LOCAL },
  { "outlook",
    "from tp.example.com (104.128.228.129) by BN8NAM12FT034.mail.protection.outlook.com "
    "(10.13.183.4) with Microsoft SMTP "
    "Server (version=TLS1_2, cipher=X) id 15.20.7135.22 via Frontend Transport; Fri, 12 Jan 2024 "
    "17:20:31 +0000",
    "tp.example.com", NULL, BUOY_RDNS_NOT_SAID, "104.128.228.129", "bn8nam12ft034.mail.protection.outlook.com",
    "MICROSOFT SMTP SERVER", 0 },
  { "outlook-v6",
    "from BN9.NAMP221.PROD.OUTLOOK.COM (2603:10b6:408:10a::10) by CYX.namprd10.prod.outlook.com "
    "(2603:10b6:930:d7::6) with "
    "Microsoft SMTP Server (TLS) id 15; Thu, 5 Mar 2026 17:35:57 +0000",
    "bn9.namp221.prod.outlook.com", NULL, BUOY_RDNS_NOT_SAID, "2603:10b6:408:10a::10", "cyx.namprd10.prod.outlook.com",
    "MICROSOFT SMTP SERVER", 0 },
  { "outlook-loopback",
    "from CYX.prod.outlook.com (::1) by MW4.prod.outlook.com with HTTPS; Thu, 5 Mar 2026 17:36:00 "
    "+0000",
    "cyx.prod.outlook.com", NULL, BUOY_RDNS_NOT_SAID, "::1", "mw4.prod.outlook.com", "HTTPS", LOCAL },
  { "exchange-mapi",
    "from A.example.com ([fe80::5f50:67d:857a:2c72]) by A.example.com ([fe80::1%6]) with mapi id "
    "15.20",
    "a.example.com", NULL, BUOY_RDNS_NOT_SAID, "fe80::5f50:67d:857a:2c72", "a.example.com", "MAPI", 0 },
  { "smtpsvc",
    "from mail pickup service by iis.example.com with Microsoft SMTPSVC; Thu, 16 May 2002 17:46:04 "
    "-0400",
    "mail", NULL, BUOY_RDNS_NOT_SAID, NULL, "iis.example.com", "MICROSOFT SMTPSVC", LOCAL },
  { "gmail",
    "from mail.example.com (mail.example.com. [198.51.100.9]) by mx.google.com with ESMTPS id a.1 "
    "for <b@gmail.com>",
    "mail.example.com", "mail.example.com", BUOY_RDNS_VERIFIED, "198.51.100.9", "mx.google.com", "ESMTPS", 0 },
  { "gmail-no-name", "from bank.example ([198.51.100.9]) by mx.google.com with SMTP id r29", "bank.example", NULL,
    BUOY_RDNS_UNKNOWN, "198.51.100.9", "mx.google.com", "SMTP", 0 },
  { "gmail-inside", "by 2002:a05:6a00:1:0:0:0:1 with SMTP id x; Thu, 05 Mar 2026 09:35:56 -0800 (PST)", NULL, NULL,
    BUOY_RDNS_NOT_SAID, NULL, "2002:a05:6a00:1::1", "SMTP", LOCAL },
  { "gmail-login",
    "from pc (176.102.236.35.bc.googleusercontent.com. [35.236.102.176]) by smtp.gmail.com with "
    "ESMTPSA id 5",
    "pc", "176.102.236.35.bc.googleusercontent.com", BUOY_RDNS_VERIFIED, "35.236.102.176", "smtp.gmail.com", "ESMTPSA",
    LOGIN },
  { "yahoo-old",
    "from 127.0.0.1  (EHLO smtp.example.com) (198.51.100.3) by mta1.mail.bf1.yahoo.com with SMTP; "
    "Tue, 1 Jan 2013 1:2:3 +0",
    "smtp.example.com", NULL, BUOY_RDNS_NOT_SAID, "198.51.100.3", "mta1.mail.bf1.yahoo.com", "SMTP", 0 },
  { "yahoo",
    "from 198.51.100.3 (EHLO smtp.example.com) by 10.253.1.2 with SMTPs (version=TLS1_3); Tue, 1 "
    "Jan 2024 1:2:3 +0",
    "smtp.example.com", NULL, BUOY_RDNS_NOT_SAID, "198.51.100.3", "10.253.1.2", "SMTPS", 0 },
  { "yahoo-web", "from [203.0.113.77] by web1234.mail.example.com via HTTP; Tue, 13 May 2003 13:02:14 PDT",
    "203.0.113.77", NULL, BUOY_RDNS_NOT_SAID, "203.0.113.77", "web1234.mail.example.com", "HTTP", LOGIN },
  { "haraka",
    "from helo.example (Unknown [198.51.100.5]) by mx.example.org (Haraka/2.8.27) with ESMTP id "
    "A1.1",
    "helo.example", NULL, BUOY_RDNS_UNKNOWN, "198.51.100.5", "mx.example.org", "ESMTP", 0 },
  { "mailchannels",
    "from server.example.com (ip-10-1-2-3.trex.svc.cluster.local [100.96.133.189]) by 0.0.0.0:2500 "
    "(trex/6.5.3); Tue, 1 Jan 2022 1:2:3 +0",
    "server.example.com", "ip-10-1-2-3.trex.svc.cluster.local", BUOY_RDNS_VERIFIED, "100.96.133.189", "0.0.0.0", NULL,
    0 },
  { "zimbra",
    "from mta.example.org (LHLO mta.example.org) (10.1.1.5) by box.example.org with LMTP; Mon, 4 "
    "May 2020 8:00:01 +0200",
    "mta.example.org", "mta.example.org", BUOY_RDNS_VERIFIED, "10.1.1.5", "box.example.org", "LMTP", 0 },
  { "cyrus",
    "from mx.example.org ([unix socket]) by box.example.org (Cyrus v2.3.7) with LMTPA; Mon, 4 May "
    "2020 8:00:01 +0200",
    "mx.example.org", NULL, BUOY_RDNS_NOT_SAID, NULL, "box.example.org", "LMTPA", LOCAL },
  { "fetchmail",
    "from pop.example.org [212.17.35.15] by localhost with IMAP (fetchmail-5.9.0) for jm@localhost "
    "(single-drop); x",
    "pop.example.org", NULL, BUOY_RDNS_NOT_SAID, "212.17.35.15", "localhost", "IMAP", 0 },
  { "communigate",
    "from [198.51.100.6] (HELO mail.example.com) by mx.example.org (CommuniGate Pro SMTP 6.1) with "
    "ESMTP id 9",
    "mail.example.com", NULL, BUOY_RDNS_NOT_SAID, "198.51.100.6", "mx.example.org", "ESMTP", 0 },
  { "carrier",
    "from mail.example.jp (mail.example.jp [198.51.100.4]) by mfsmax.docomo.ne.jp(DOCOMO Mail "
    "Server Ver2.0) with SMTP id 1",
    "mail.example.jp", "mail.example.jp", BUOY_RDNS_VERIFIED, "198.51.100.4", "mfsmax.docomo.ne.jp", "SMTP", 0 },
  { "gmx",
    "from mail.example.com ([198.51.100.4]) by mx-ha.gmx.net (mxgmx101 [212.227.15.9]) with ESMTPS "
    "(Nemesis) id 1",
    "mail.example.com", NULL, BUOY_RDNS_NOT_SAID, "198.51.100.4", "mx-ha.gmx.net", "ESMTPS", 0 },
  { "courier-mapped",
    "from helo.example (unknown [::ffff:198.51.100.4]) by mx.example.org with ESMTPS id 0000041F2E; x", "helo.example",
    NULL, BUOY_RDNS_UNKNOWN, "198.51.100.4", "mx.example.org", "ESMTPS", 0 },
  { "sendmail-mapped",
    "from helo.example (real.example.com [IPv6:::FFFF:198.51.100.4]) by mx.example.org (8.17.1/8.17.1) with ESMTP id g",
    "helo.example", "real.example.com", BUOY_RDNS_VERIFIED, "198.51.100.4", "mx.example.org", "ESMTP", 0 },
  { "mapped-in-hexadecimal", "from helo.example (unknown [IPv6:::ffff:c633:6404]) by mx.example.org with SMTP id 1",
    "helo.example", NULL, BUOY_RDNS_UNKNOWN, "198.51.100.4", "mx.example.org", "SMTP", 0 },
  { "compatible", "from helo.example (unknown [::198.51.100.4]) by mx.example.org with SMTP id 1", "helo.example", NULL,
    BUOY_RDNS_UNKNOWN, "198.51.100.4", "mx.example.org", "SMTP", 0 },
  { "mapped-loopback", "from a.example (localhost [::ffff:127.0.0.1]) by mx.example.org with SMTP id 1", "a.example",
    "localhost", BUOY_RDNS_VERIFIED, "127.0.0.1", "mx.example.org", "SMTP", LOCAL },
  { "ecelerity", "from [10.233.18.42] ([10.233.18.42:33214]) by mx.example.org (ecelerity 3.6.9.48312) with ESMTP id 1",
    "10.233.18.42", NULL, BUOY_RDNS_NOT_SAID, "10.233.18.42", "mx.example.org", "ESMTP", 0 },
  { "dovecot",
    "from director8.example.de ([198.51.100.112]) by box.example.de with LMTP id abc (envelope-from <a@b.example>) for "
    "<c@example.de>; x",
    "director8.example.de", NULL, BUOY_RDNS_NOT_SAID, "198.51.100.112", "box.example.de", "LMTP", 0 },
  { "exchange-on-premises",
    "from mx3.example.org (10.1.2.3) by mbx1.example.org (2001:db8:15:cafe::d2) with Microsoft SMTP Server (TLS) id "
    "15.1.225.42 via Mailbox Transport; x",
    "mx3.example.org", NULL, BUOY_RDNS_NOT_SAID, "10.1.2.3", "mbx1.example.org", "MICROSOFT SMTP SERVER", 0 },
  { "stray-bracket",
    "from A.example.com ([fe80::d943:55cc:ec54:4033]) by A.example.com ([fe80::d943:55cc:ec54:4033%9]]) with mapi id 1",
    "a.example.com", NULL, BUOY_RDNS_NOT_SAID, "fe80::d943:55cc:ec54:4033", "a.example.com", "MAPI", 0 },
  { "helo-injects",
    "from evil by mx.example.org (bank.example [1.1.1.1]) (unknown [198.51.100.4]) by "
    "mx.example.org with SMTP id 1",
    "evil", NULL, BUOY_RDNS_UNKNOWN, "198.51.100.4", "mx.example.org", "SMTP", 0 },
  { "helo-by", "from by (unknown [198.51.100.4]) by mx.example.org (Postfix) with SMTP id 1", "by", NULL,
    BUOY_RDNS_UNKNOWN, "198.51.100.4", "mx.example.org", "SMTP", 0 },
  { "open-comment", "from a.example (b.example [198.51.100.4] by mx.example.org", "a.example", "b.example",
    BUOY_RDNS_VERIFIED, "198.51.100.4", NULL, NULL, 0 },
  { "only-from", "from", NULL, NULL, BUOY_RDNS_NOT_SAID, NULL, NULL, NULL, 0 },
  { "empty", "", NULL, NULL, BUOY_RDNS_NOT_SAID, NULL, NULL, NULL, LOCAL },
  { "no-utf8", "from \xff\xfe (\x80 [300.1.1.1]) by \xff", NULL, NULL, BUOY_RDNS_NOT_SAID, NULL, NULL, NULL, 0 },
};

static void
test_form (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (BuoyReceived) line = buoy_received_parse (row->value);

  g_assert_cmpstr (line->helo, ==, row->helo);
  g_assert_cmpstr (line->rdns, ==, row->rdns);
  g_assert_cmpint (line->rdns_state, ==, row->state);
  g_assert_cmpstr (line->ip, ==, row->ip);
  g_assert_cmpstr (line->by, ==, row->by);
  g_assert_cmpstr (line->with, ==, row->with);
  g_assert_cmpint (line->authenticated, ==, (row->flags & LOGIN) != 0);
  g_assert_cmpint (line->local, ==, (row->flags & LOCAL) != 0);
}

static void
test_recipient_and_date (void)
{
  g_autoptr (BuoyReceived) line = buoy_received_parse (cases[0].value);
  g_autoptr (BuoyReceived) undated = buoy_received_parse ("from a by b for c@example.org");
  g_autoptr (BuoyReceived) next_year = buoy_received_parse ("from a by b; Fri, 31 Dec 9999 23:59:59 -1200");
  g_autofree char *date = g_date_time_format_iso8601 (line->date);

  g_assert_cmpstr (line->recipient, ==, "user@example.ne.jp");
  g_assert_cmpstr (date, ==, "2025-01-26T09:26:11+09");
  g_assert_cmpstr (undated->recipient, ==, "c@example.org");
  g_assert_null (undated->date);
  g_assert_null (next_year->date);
}

/* Nesting, repetition and unterminated parts cost linear time. */
static void
test_hostile (void)
{
  static const char *const pieces[] = { "(", "from ", "by ", "[", "\"", ";", "helo=", "HELO ", "\\(" };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      GString *value = g_string_new ("from a ");

      while (value->len < 64 * 1024)
        g_string_append (value, pieces[i]);
      buoy_received_free (buoy_received_parse (value->str));
      g_string_free (value, TRUE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/received/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_form);
    }
  g_test_add_func ("/received/recipient-and-date", test_recipient_and_date);
  g_test_add_func ("/received/hostile", test_hostile);
  return g_test_run ();
}
