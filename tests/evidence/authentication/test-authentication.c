/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which results are trusted, and what they authenticate. Each row's result is "state spf/dkim/dmarc aligned other
 * [unproven] [enforced]", with "-" for none.
 */
#include "config.h"

#include "trace.h"

typedef struct
{
  const char *name, *headers, *expected;
  const char *trusted_host;
} Case;

#define PASS(id)                                                                                          \
  "Authentication-Results: " id "; spf=pass smtp.mailfrom=bank.example; dkim=pass header.d=bank.example;" \
  " dmarc=pass header.from=bank.example\n"
#define NOTHING "none none/none/none - -"
#define PASSED "pass pass/pass/pass bank.example -"
#define OUTLOOK_LINE                                                                               \
  "Received: from out.other.test (198.51.100.7) by D1.mail.protection.outlook.com (10.167.249.54)" \
  " with Microsoft SMTP Server (TLS) id 15 via Frontend Transport; x\n"
#define GMAIL_LINE                                                                               \
  "Received: from out.other.test (out.other.test. [198.51.100.7]) by mx.google.com with ESMTPS " \
  "id a2; x\n"
#define FILTER_LINE                                                                                         \
  "Received: from us-smtp-1.mimecast.com (198.51.100.20) by D1.mail.protection.outlook.com (10.167.249.54)" \
  " with Microsoft SMTP Server (TLS) id 15 via Frontend Transport; x\n"
#define OUTLOOK_BYPASSED                                                                              \
  "Authentication-Results: spf=fail (sender IP is 198.51.100.20) smtp.mailfrom=bank.example;"         \
  " dkim=none (message not signed) header.d=none;dmarc=fail action=oreject header.from=bank.example;" \
  "compauth=none reason=451\n"
#define GMAIL_INSIDE                                                                                        \
  "Received: from mail-sor-f41.google.com (mail-sor-f41.google.com. [198.51.100.41]) by mx.google.com with" \
  " SMTPS id a2; x\n"
#define RESULTS(text) "Authentication-Results: mx.reader.example; " text "\n" FROM_OTHER BANK

#define SEALED                                                               \
  "ARC-Seal: i=1; a=rsa-sha256; d=lists.reader.example; s=k; cv=none; b=x\n" \
  "ARC-Authentication-Results: i=1; lists.reader.example; dkim=pass header.d=bank.example\n" BANK

static const Case cases[] = {
  /* which results are trusted */
  { "own-id-above", PASS ("mx.reader.example") FROM_OTHER BANK, PASSED },
  { "short-name-above", PASS ("mx") FROM_OTHER BANK, PASSED },
  { "short-name-below", FROM_OTHER PASS ("mx") BANK, NOTHING },
  { "short-name-of-other", PASS ("m") FROM_OTHER BANK, NOTHING },
  { "own-organisation", PASS ("auth.reader.example") FROM_OTHER BANK, PASSED },
  { "below", FROM_OTHER PASS ("mx.reader.example") BANK, NOTHING },
  { "below-of-configured", FROM_OTHER PASS ("mx.reader.example") BANK, PASSED, "mx.reader.example" },
  { "strange-id", PASS ("mx.other.test") FROM_OTHER BANK, NOTHING },
  { "look-alike-id", PASS ("mx.reader.example.evil.test") FROM_OTHER BANK, NOTHING },
  { "look-alike-letter", PASS ("mx.reeder.example") FROM_OTHER BANK, NOTHING },
  { "no-id", "Authentication-Results: spf=pass smtp.mailfrom=bank.example\n" FROM_OTHER BANK, NOTHING },
  { "configured-id", PASS ("auth.reader.example") FROM_OTHER BANK, PASSED, "reader.example" },
  { "no-trace-topmost", PASS ("mx.some.test") BANK, PASSED },
  { "no-trace-second", "Authentication-Results: mx.some.test; none\n" PASS ("mx.other.test") BANK, NOTHING },
  { "no-trace-configured", PASS ("mx.some.test") BANK, NOTHING, "mx.reader.example" },
  { "merged",
    "Authentication-Results: mx.reader.example; dkim=fail header.d=bank.example\n"
    "Authentication-Results: mx.reader.example; spf=pass "
    "smtp.mailfrom=info@bank.example\n" FROM_OTHER BANK,
    "pass pass/fail/none bank.example -" },
  { "outlook",
    "Authentication-Results: spf=pass (sender IP is 198.51.100.7) smtp.mailfrom=other.test; "
    "dkim=none (message not signed)"
    " header.d=none;dmarc=fail action=oreject header.from=bank.example;compauth=fail "
    "reason=000\n" OUTLOOK_LINE BANK,
    "fail pass/none/fail - other.test enforced" },
  { "outlook-past-filter",
    "Authentication-Results: spf=fail (sender IP is 198.51.100.7) smtp.mailfrom=bank.example; "
    "dkim=fail (body hash did not verify)"
    " header.d=bank.example;dmarc=fail action=oreject header.from=bank.example;compauth=none "
    "reason=451\n" OUTLOOK_LINE BANK,
    "fail fail/fail/fail - - enforced" },
  { "outlook-filter-refused",
    OUTLOOK_BYPASSED FILTER_LINE "Authentication-Results: relay.mimecast.com; dkim=none; spf=fail"
                                 " smtp.mailfrom=bank.example; dmarc=fail (p=reject) header.from=bank.example\n" BANK,
    "fail fail/none/fail - - enforced" },
  { "outlook-filter-passed", OUTLOOK_BYPASSED FILTER_LINE PASS ("relay.mimecast.com") BANK,
    "unknown fail/none/fail - -" },
  { "outlook-filter-of-other",
    OUTLOOK_BYPASSED FILTER_LINE
    "Authentication-Results: mx.other.test; dmarc=fail (p=reject) header.from=bank.example\n" BANK,
    "unknown fail/none/fail - -" },
  { "outlook-best-guess",
    "Authentication-Results: spf=pass (sender IP is 198.51.100.7) smtp.mailfrom=bank.example; "
    "dkim=none (message not signed)"
    " header.d=none;dmarc=bestguesspass action=none header.from=bank.example;compauth=pass "
    "reason=109\n" OUTLOOK_LINE BANK,
    "pass pass/none/pass bank.example -" },
  { "outlook-below", OUTLOOK_LINE "Authentication-Results: spf=pass smtp.mailfrom=bank.example\n" BANK, NOTHING },
  { "gmail-right-below",
    GMAIL_LINE "Received-SPF: pass (google.com: domain of a@other.test designates 198.51.100.7) "
               "client-ip=198.51.100.7;\n"
               "Authentication-Results: mx.google.com; dkim=pass header.i=@bank.example header.s=s "
               "header.b=abc=;"
               " spf=pass (google.com: x) smtp.mailfrom=a@other.test; dmarc=pass (p=NONE sp=NONE "
               "dis=NONE) header.from=bank.example\n" PASS ("mx.google.com") BANK,
    "pass pass/pass/pass bank.example other.test" },
  { "gmail-only-its-own",
    GMAIL_LINE
    "Authentication-Results: mx.google.com; spf=none smtp.mailfrom=other.test; dkim=none\n" PASS ("mx.google.com") BANK,
    "unknown none/none/none - - unproven" },
  { "gmail-to-gmail", GMAIL_INSIDE PASS ("mx.google.com") BANK, PASSED },
  { "gmail-to-gmail-its-own",
    GMAIL_INSIDE
    "Authentication-Results: mx.google.com; spf=none smtp.mailfrom=other.test; dkim=none\n" PASS ("mx.google.com") BANK,
    "unknown none/none/none - - unproven" },
  { "gmail-to-gmail-further-below", GMAIL_INSIDE "X-Mailer: x\n" PASS ("mx.google.com") BANK, NOTHING },
  { "gmail-further-below", GMAIL_LINE "X-Mailer: x\n" PASS ("mx.google.com") BANK, NOTHING },
  { "icloud",
    "Received: from p00-icloudmta-1 by p63-mailgateway-2 (mailgateway) with SMTP id a; x\n"
    "Authentication-Results: bimi.icloud.com; bimi=none\n"
    "Authentication-Results: dmarc.icloud.com; dmarc=pass header.from=bank.example\n"
    "Authentication-Results: dkim-verifier.icloud.com; dkim=pass header.d=bank.example\n"
    "Authentication-Results: spf.icloud.com; spf=pass smtp.mailfrom=info@bank.example\n"
    "Received: from out.bank.example (out.bank.example [198.51.100.8]) by p00-icloudmta-1 "
    "(Postfix) "
    "with ESMTPS id b; x\n" PASS ("dmarc.icloud.com") BANK,
    PASSED },
  { "fastmail",
    "Received: from compute5.internal (compute5.nyi.internal [10.202.2.45]) by sloti22d1t06 (Cyrus "
    "3.7) "
    "with LMTPA; x\n"
    "Received: from mx3.messagingengine.com ([10.202.2.202]) by compute5.internal (LMTPProxy); x\n"
    "Received: from mx3.messagingengine.com (localhost [127.0.0.1]) by mailmx.nyi.internal "
    "(Postfix) "
    "with ESMTP id a; x\n"
    "Authentication-Results: mx3.messagingengine.com; dkim=pass header.d=bank.example; "
    "dmarc=pass header.from=bank.example; spf=pass smtp.mailfrom=a@bank.example\n"
    "Received: from out.bank.example (out.bank.example [198.51.100.8]) by mx3.messagingengine.com "
    "(Postfix) with ESMTPS id b; x\n" BANK,
    PASSED },
  { "yahoo-japan",
    "Received-SPF: pass (bank.example: domain of bank.example designates 198.51.100.8) "
    "receiver=mta1.mail.djm.yahoo.co.jp; client-ip=198.51.100.8;\n"
    "Authentication-Results: mta1.mail.djm.yahoo.co.jp from=bank.example; domainkeys=neutral (no "
    "sig); "
    "dkim=pass (ok); header.i=@bank.example\n"
    "Received: from 198.51.100.8 (EHLO out.bank.example) (198.51.100.8) by "
    "mta1.mail.djm.yahoo.co.jp "
    "with SMTP; x\n" BANK,
    "pass pass/pass/none bank.example -" },
  { "yahoo-japan-unsigned",
    "Authentication-Results: mta1.mail.djm.yahoo.co.jp from=bank.example; domainkeys=neutral (no "
    "sig); "
    "dkim=neutral (no sig); spf=none\n"
    "Received: from 198.51.100.8 (EHLO out.bank.example) (198.51.100.8) by "
    "mta1.mail.djm.yahoo.co.jp "
    "with SMTP; x\n" BANK,
    "unknown none/none/none - - unproven" },
  { "received-spf", "Received-SPF: pass (x: domain of info@bank.example) client-ip=198.51.100.7;\n" FROM_OTHER BANK,
    "pass pass/none/none bank.example -" },
  { "received-spf-below",
    FROM_OTHER "Received-SPF: pass (x: domain of info@bank.example) client-ip=198.51.100.7;\n" BANK, NOTHING },
  /* what they authenticate */
  { "dkim-by-d", RESULTS ("dkim=pass header.d=mail.bank.example"), "pass none/pass/none mail.bank.example -" },
  { "dkim-by-i", RESULTS ("dkim=pass header.i=@bank.example"), "pass none/pass/none bank.example -" },
  { "dkim-of-another", RESULTS ("dkim=pass header.d=other.test; spf=none"),
    "unknown none/pass/none - other.test unproven" },
  { "dkim-of-nobody", RESULTS ("dkim=pass; spf=none"), "unknown none/pass/none - -" },
  { "dkim-only-signature",
    "Authentication-Results: mx.reader.example; dkim=pass\n" FROM_OTHER
    "DKIM-Signature: v=1; s=k; d=bank.example; b=x\n" BANK,
    "pass none/pass/none bank.example -" },
  { "dkim-which-signature",
    "Authentication-Results: mx.reader.example; dkim=pass\n" FROM_OTHER "DKIM-Signature: v=1; d=bank.example; b=x\n"
    "DKIM-Signature: v=1; d=other.test; b=x\n" BANK,
    "unknown none/pass/none - -" },
  { "policy-in-words", RESULTS ("dmarc=fail (policy=reject) header.from=bank.example; spf=none; dkim=none"),
    "fail none/none/fail - - enforced" },
  { "policy-property",
    RESULTS ("dmarc=fail policy.published-domain-policy=quarantine header.from=bank.example; spf=none; dkim=none"),
    "fail none/none/fail - - enforced" },
  { "policy-none", RESULTS ("dmarc=fail (policy=none) header.from=bank.example; spf=none; dkim=none"),
    "fail none/none/fail - -" },
  { "google-customer",
    "Authentication-Results: mx.reader.example; dkim=pass "
    "header.d=bank-example.20230601.gappssmtp.com\n" FROM_OTHER BANK,
    "pass none/pass/none bank-example.20230601.gappssmtp.com -" },
  { "google-other-customer", RESULTS ("dkim=pass header.d=evil-test.20230601.gappssmtp.com; spf=none"),
    "unknown none/pass/none - evil-test.20230601.gappssmtp.com unproven" },
  { "spf-mailfrom", RESULTS ("spf=pass smtp.mailfrom=\"a b\"@bounce.bank.example"),
    "pass pass/none/none bounce.bank.example -" },
  { "spf-helo-for-bounce", RESULTS ("spf=pass smtp.mailfrom=<> smtp.helo=out.bank.example"),
    "pass pass/none/none out.bank.example -" },
  { "spf-of-another", RESULTS ("spf=pass smtp.mailfrom=other.test; dkim=none"),
    "unknown pass/none/none - other.test unproven" },
  { "dmarc-of-another", RESULTS ("spf=pass smtp.mailfrom=other.test; dkim=none; dmarc=pass header.from=other.test"),
    "unknown pass/none/none - other.test unproven" },
  { "dmarc-fails-in-spite",
    RESULTS ("spf=pass smtp.mailfrom=a.bank.example; dkim=none; dmarc=fail (p=none adkim=s aspf=s) "
             "header.from=bank.example"),
    "fail pass/none/fail - a.bank.example" },
  { "strict", RESULTS ("dkim=pass header.d=mail.bank.example; spf=none; dmarc=none (p=none adkim=s)"),
    "unknown none/pass/none - mail.bank.example unproven" },
  { "enforced-quarantine", RESULTS ("dmarc=fail (p=QUARANTINE) header.from=bank.example"),
    "fail none/none/fail - - enforced" },
  { "not-enforced", RESULTS ("dmarc=fail (p=NONE sp=REJECT) header.from=bank.example"), "fail none/none/fail - -" },
  { "not-enforced-pass", RESULTS ("dmarc=pass (p=REJECT) header.from=bank.example"),
    "pass none/none/pass bank.example -" },
  { "of-another-message", RESULTS ("dmarc=fail (p=REJECT) header.from=other.test"), "unknown none/none/none - -" },
  { "enforced", RESULTS ("dmarc=fail (p=REJECT sp=NONE dis=NONE) header.from=bank.example"),
    "fail none/none/fail - - enforced" },
  { "sub-domains-policy", RESULTS ("dmarc=fail (p=NONE sp=REJECT dis=NONE) header.from=bank.example"),
    "fail none/none/fail - -" },
  { "own-spf-fail", RESULTS ("spf=fail smtp.mailfrom=info@bank.example; dkim=none"), "fail fail/none/none - -" },
  { "own-spf-fail-but-signed", RESULTS ("spf=fail smtp.mailfrom=info@bank.example; dkim=pass header.d=bank.example"),
    "pass fail/pass/none bank.example -" },
  { "other-spf-fail", RESULTS ("spf=fail smtp.mailfrom=other.test; dkim=none"), "unknown fail/none/none - - unproven" },
  { "own-spf-softfail", RESULTS ("spf=softfail smtp.mailfrom=bank.example; dkim=none"),
    "unknown softfail/none/none - - unproven" },
  { "errors", RESULTS ("spf=temperror smtp.mailfrom=bank.example; dkim=permerror"),
    "unknown temperror/permerror/none - -" },
  { "half-looked", RESULTS ("spf=none smtp.mailfrom=bank.example"), "unknown none/none/none - -" },
  { "odd-words", RESULTS ("spf=hardfail smtp.mailfrom=other.test; dkim=timeout"), "unknown fail/temperror/none - -" },
  { "none", RESULTS ("none"), NOTHING },
  { "login",
    "Authentication-Results: mx.reader.example; auth=pass (plain) smtp.auth=info@bank.example\n"
    "Received: from pc (p1.isp.test [203.0.113.9]) by mx.reader.example (Postfix) with ESMTPSA id "
    "1; x\n" BANK,
    "pass none/none/none bank.example -" },
  { "look-alike-from",
    "Authentication-Results: mx.reader.example; dmarc=pass header.from=bank.example\n" FROM_OTHER
    "From: The Bank <info@bank.example.evil.test>\n",
    "unknown none/none/none - -" },
  /* RFC 8617 */
  { "arc-trusted",
    "Authentication-Results: mx.reader.example; arc=pass; spf=none; dkim=fail "
    "header.d=bank.example\n" FROM_OTHER "ARC-Seal: i=1; a=rsa-sha256; d=lists.reader.example; s=k; cv=none; b=x\n"
    "ARC-Authentication-Results: i=1; lists.reader.example; dkim=pass header.d=bank.example\n" BANK,
    "pass none/fail/none bank.example -" },
  { "arc-of-a-stranger",
    "Authentication-Results: mx.reader.example; arc=pass; spf=none; dkim=fail "
    "header.d=bank.example\n" FROM_OTHER "ARC-Seal: i=1; a=rsa-sha256; d=evil.test; s=k; cv=none; b=x\n"
    "ARC-Authentication-Results: i=1; lists.reader.example; dkim=pass header.d=bank.example\n" BANK,
    "unknown none/fail/none - - unproven" },
  { "arc-of-a-stranger-on-top",
    "Authentication-Results: mx.reader.example; arc=pass; spf=none; dkim=fail "
    "header.d=bank.example\n" FROM_OTHER "ARC-Seal: i=2; a=rsa-sha256; d=evil.test; s=k; cv=pass; b=x\n"
    "ARC-Authentication-Results: i=2; evil.test; dkim=pass header.d=bank.example\n" SEALED,
    "unknown none/fail/none - - unproven" },
  { "arc-of-a-stranger-below",
    "Authentication-Results: mx.reader.example; arc=pass; spf=none; dkim=fail header.d=bank.example\n" FROM_OTHER
    "ARC-Seal: i=2; a=rsa-sha256; d=lists.reader.example; s=k; cv=pass; b=x\n"
    "ARC-Authentication-Results: i=2; lists.reader.example; dkim=none\n"
    "ARC-Seal: i=1; a=rsa-sha256; d=evil.test; s=k; cv=none; b=x\n"
    "ARC-Authentication-Results: i=1; evil.test; dkim=pass header.d=bank.example\n" BANK,
    "unknown none/fail/none - - unproven" },
  { "arc-of-several",
    "Authentication-Results: mx.reader.example; arc=pass; dmarc=fail (p=reject) "
    "header.from=bank.example\n" FROM_OTHER "ARC-Seal: i=2; a=rsa-sha256; d=mx.reader.example; s=k; cv=pass; b=x\n"
    "ARC-Authentication-Results: i=2; mx.reader.example; arc=pass; dmarc=fail header.from=bank.example\n" SEALED,
    "pass none/none/pass bank.example -" },
  { "arc-twice-the-same",
    "Authentication-Results: mx.reader.example; arc=pass; spf=none; dkim=fail "
    "header.d=bank.example\n" FROM_OTHER "ARC-Seal: i=1; a=rsa-sha256; d=evil.test; s=k; cv=none; b=x\n" SEALED,
    "unknown none/fail/none - - unproven" },
  { "arc-for-another-from",
    "Authentication-Results: mx.reader.example; arc=pass; spf=none; dkim=none\n" FROM_OTHER
    "ARC-Seal: i=1; a=rsa-sha256; d=lists.reader.example; s=k; cv=none; b=x\n"
    "ARC-Authentication-Results: i=1; lists.reader.example; dmarc=pass header.from=other.test\n" BANK,
    "unknown none/none/none - - unproven" },
  { "arc-fails",
    "Authentication-Results: mx.reader.example; arc=fail; dkim=pass header.d=bank.example\n" FROM_OTHER BANK,
    "pass none/pass/none bank.example -" },
  { "arc-gmail-comment",
    GMAIL_LINE
    "Authentication-Results: mx.google.com; arc=pass (i=1 spf=pass spfdomain=bank.example dkim=pass "
    "dkdomain=bank.example dmarc=pass fromdomain=bank.example); spf=none smtp.mailfrom=other.test; dmarc=fail "
    "(p=QUARANTINE sp=NONE dis=NONE) header.from=bank.example\n"
    "ARC-Seal: i=1; a=rsa-sha256; d=other.test; s=k; cv=none; b=x\n"
    "ARC-Authentication-Results: i=1; other.test; dmarc=pass header.from=bank.example\n" BANK,
    "fail none/none/fail - - enforced" },
  { "arc-google",
    GMAIL_LINE
    "Authentication-Results: mx.google.com; arc=pass (i=1 dmarc=pass fromdomain=bank.example); spf=none "
    "smtp.mailfrom=other.test; dmarc=fail (p=QUARANTINE sp=NONE dis=NONE) header.from=bank.example\n"
    "ARC-Seal: i=1; a=rsa-sha256; t=1; cv=none; d=google.com; s=arc-20240605; b=x\n"
    "ARC-Authentication-Results: i=1; mx.google.com; dmarc=pass (p=QUARANTINE) header.from=bank.example\n" BANK,
    "pass none/none/pass bank.example -" },
  { "arc-outlook-override",
    "Authentication-Results: spf=fail (sender IP is 198.51.100.7) smtp.mailfrom=other.test; dkim=fail (body hash did "
    "not verify) header.d=bank.example;dmarc=fail action=none header.from=bank.example;compauth=pass "
    "reason=130\n" OUTLOOK_LINE BANK,
    "fail fail/fail/fail - -" },
  { "arc-outlook-refused",
    "Authentication-Results: spf=pass (sender IP is 198.51.100.7) smtp.mailfrom=other.test; dkim=none;arc=pass (0 "
    "oda=0 "
    "ltdi=1);dmarc=fail action=oreject header.from=bank.example;compauth=fail reason=000\n" OUTLOOK_LINE
    "ARC-Seal: i=1; a=rsa-sha256; s=arcselector; d=microsoft.com; cv=none; b=x\n"
    "ARC-Authentication-Results: i=1; mx.microsoft.com 1; dmarc=pass action=none header.from=bank.example\n" BANK,
    "fail pass/none/fail - other.test enforced" },
  { "arc-unchecked",
    "Authentication-Results: mx.reader.example; spf=none; dkim=fail "
    "header.d=bank.example\n" FROM_OTHER "ARC-Seal: i=1; a=rsa-sha256; d=lists.reader.example; s=k; cv=none; b=x\n"
    "ARC-Authentication-Results: i=1; lists.reader.example; dkim=pass header.d=bank.example\n" BANK,
    "unknown none/fail/none - - unproven" },
};

static const char *
or_dash (const char *text)
{
  return text != NULL ? text : "-";
}

static void
test_authentication (gconstpointer data)
{
  const Case *row = data;
  static const char *const states[] = { "none", "pass", "fail", "unknown" };
  g_autoptr (BuoyEvidence) evidence = trace_evidence_new (row->headers, row->trusted_host, NULL);
  const BuoyAuthentication *auth = &evidence->auth;
  g_autofree char *outcome
      = g_strdup_printf ("%s %s/%s/%s %s %s%s%s", states[auth->state], auth->spf, auth->dkim, auth->dmarc,
                         or_dash (auth->aligned_domain), or_dash (auth->other_domain),
                         auth->says_unproven ? " unproven" : "", auth->enforced ? " enforced" : "");

  g_assert_cmpstr (outcome, ==, row->expected);
}

/* A message may be a list's only if the envelope is authenticated as the list's. */
static void
test_claimed_list (void)
{
  static const char headers[]
      = "Return-Path: <talk-bounces@lists.club.test>\n"
        "Authentication-Results: mx.reader.example; spf=%s "
        "smtp.mailfrom=lists.club.test; dkim=none;"
        " dmarc=fail header.from=bank.example\n" FROM_OTHER "List-Post: <mailto:talk@lists.club.test>\n" BANK;
  static const struct
  {
    const char *spf;
    gboolean is_likely;
  } rows[] = { { "pass", TRUE }, { "fail", FALSE }, { "softfail", FALSE }, { "none", FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) halves = g_strsplit (headers, "%s", 2);
      g_autofree char *text = g_strconcat (halves[0], rows[i].spf, halves[1], NULL);
      g_autoptr (BuoyEvidence) evidence = trace_evidence_new (text, NULL, NULL);

      g_assert_cmpint (evidence->auth.state, ==, BUOY_AUTH_FAIL);
      g_assert_cmpint (evidence->claims_list, ==, rows[i].is_likely);
      g_assert_false (evidence->is_list);
    }
}

static void
test_vouched (void)
{
  g_autoptr (BuoyEvidence) evidence = trace_evidence_new (PASS ("mx.reader.example") FROM_OTHER BANK, NULL, NULL);

  g_assert_cmpint (evidence->origin.state, ==, BUOY_ORIGIN_VOUCHED);
}

/* A university address forwards to the reader's mail provider. */
static void
test_own_forwarder (void)
{
  static const struct
  {
    const char *own_address;
    BuoyAuthState state;
  } rows[] = {
    { "hanako@university.example", BUOY_AUTH_PASS },
    { "hanako@reader.example", BUOY_AUTH_FAIL },
    { NULL, BUOY_AUTH_FAIL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BuoyEvidence) evidence = trace_evidence_new (
          "Authentication-Results: mx.reader.example; arc=pass; dmarc=fail (p=reject) "
          "header.from=bank.example\n" FROM_OTHER
          "ARC-Seal: i=1; a=rsa-sha256; d=mail.university.example; s=k; cv=none; b=x\n"
          "ARC-Authentication-Results: i=1; mail.university.example; dmarc=pass header.from=bank.example\n" BANK,
          "mx.reader.example", rows[i].own_address);

      g_assert_cmpint (evidence->auth.state, ==, rows[i].state);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/authentication/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_authentication);
    }
  g_test_add_func ("/authentication/claimed-list", test_claimed_list);
  g_test_add_func ("/authentication/vouched", test_vouched);
  g_test_add_func ("/authentication/own-forwarder", test_own_forwarder);
  return g_test_run ();
}
