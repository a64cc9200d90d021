/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Signed mail, intact and tampered with, verified with a real name server. verify_text() describes a row's result.
 */
#include "config.h"

#include "scan/buoy-scan.h"
#include "verify-fixture.h"

#include <string.h>

#define PASSED "bank.example:pass:aligned | pass local pass/pass bank.example"
#define RESULTS(text) "Authentication-Results: mx.reader.example; " text "\r\n" DELIVERED

static const Case cases[] = {
  { "rsa-2048", "bank.example", "rsa2048", PASSED },
  { "rsa-1024", "bank.example", "rsa1024", PASSED },
  { "ed25519", "bank.example", "ed25519", PASSED },
  { "rsa-768", "bank.example", "rsa768", "bank.example:fail:weak-key:aligned | unknown local fail/none -" },
  { "sha-1", "bank.example", "rsa2048", "bank.example:fail:weak-key:aligned | unknown local fail/none -",
    .algorithm = "rsa-sha1" },
  { "sub-domain", "mail.bank.example", "rsa2048",
    "mail.bank.example:pass:aligned | pass local pass/pass mail.bank.example" },
  { "look-alike", "bamk.example", "rsa2048", "bamk.example:none | unknown local none/none -" },
  { "body", "bank.example", "rsa2048", "bank.example:fail:altered-body:aligned | unknown local fail/none -",
    .from = "is ready", .to = "is gone" },
  { "header", "bank.example", "rsa2048", "bank.example:fail:altered-header:aligned | unknown local fail/none -",
    .from = "Statement", .to = "Urgent" },
  { "unsigned-header", "bank.example", "rsa2048", PASSED, .from = "Message-ID:", .to = "X-Mailer: x\r\nMessage-ID:" },
  { "wrong-key", "bank.example", "rsa2048", "bank.example:fail:altered-header:aligned | unknown local fail/none -",
    .from = "s=rsa2048", .to = "s=rsa1024" },
  { "expired", "bank.example", "rsa2048", "bank.example:fail:expired:aligned | unknown local fail/none -",
    .more = "t=1588530000; x=1588540000; " },
  { "expired-since", "bank.example", "rsa2048", PASSED, .more = "t=" DELIVERED_AT "; x=1588600000; " },
  { "signed-later", "bank.example", "rsa2048", "bank.example:fail:signed-later:aligned | unknown local fail/none -",
    .more = "t=1588600000; " },
  { "clock-skew", "bank.example", "rsa2048", PASSED, .more = "t=1588547100; " },
  { "length-all", "bank.example", "rsa2048", PASSED, .length = sizeof BODY - 1 },
  { "length-appended", "bank.example", "rsa2048", "bank.example:pass:open-body:aligned | unknown local pass/none -",
    .length = sizeof BODY - 1, .from = "is ready.\r\n", .to = "is ready.\r\nPay at once.\r\n" },
  { "length-part", "bank.example", "rsa2048", "bank.example:pass:open-body:aligned | unknown local pass/none -",
    .length = 10 },
  { "length-too-long", "bank.example", "rsa2048", "bank.example:fail:altered-body:aligned | unknown local fail/none -",
    .length = sizeof BODY - 1, .from = "your statement is ready.\r\n", .to = "" },
  { "subject-open", "bank.example", "rsa2048",
    "bank.example:pass:open-subject:aligned | pass local pass/pass bank.example", .fields = "from:to:content-type:date",
    .from = "Statement", .to = "Urgent" },
  { "to-open", "bank.example", "rsa2048", "bank.example:pass:open-to:aligned | pass local pass/pass bank.example",
    .fields = "from:subject:content-type:date", .from = "reader@", .to = "other@" },
  { "only-from", "bank.example", "rsa2048",
    "bank.example:pass:open-subject:open-to:open-content-type:aligned | pass local pass/pass "
    "bank.example",
    .fields = "from" },
  { "reply-to-added", "bank.example", "rsa2048",
    "bank.example:pass:open-reply-to:aligned | pass local pass/pass bank.example",
    .on_top = DELIVERED "Reply-To: x@evil.test\r\n" },
  { "subject-added", "bank.example", "rsa2048",
    "bank.example:fail:added-field:open-subject:aligned | unknown local fail/none -",
    .on_top = DELIVERED "Subject: Urgent\r\n" },
  { "subject-over-signed", "bank.example", "rsa2048",
    "bank.example:fail:altered-header:aligned | unknown local fail/none -", .fields = FIELDS ":subject",
    .on_top = DELIVERED "Subject: Urgent\r\n" },
  { "from-added", "bank.example", "rsa2048", "| unknown local none/none -",
    .on_top = DELIVERED "From: Bank <info@bank.example>\r\n" },
  { "revoked", "bank.example", "revoked", "bank.example:fail:revoked-key:aligned | unknown local fail/none -" },
  { "no-such-key", "bank.example", "missing", "bank.example:fail:no-key:aligned | unknown local fail/none -" },
  { "broken-key", "bank.example", "broken", "bank.example:fail:unusable-key:aligned | unknown local fail/none -" },
  { "prose", "bank.example", "prose", "bank.example:fail:unusable-key:aligned | unknown local fail/none -" },
  { "test-mode", "bank.example", "testing", "bank.example:fail:test-key:aligned | unknown local fail/none -" },
  { "two-keys", "bank.example", "twice", "bank.example:fail:unusable-key:aligned | unknown local fail/none -" },
  { "server-failure", "bank.example", "failure",
    "bank.example:unknown:no-answer:aligned | unknown local temperror/none -" },
  { "no-answer", "bank.example", "silent", "bank.example:unknown:no-answer:aligned | unknown local temperror/none -" },

  /* in addition to what the receiving side wrote */
  { "provider-none", "bank.example", "rsa2048", PASSED,
    .on_top = RESULTS ("spf=none smtp.mailfrom=other.test; dkim=none") },
  { "provider-fail", "bank.example", "rsa2048", PASSED,
    .on_top = RESULTS ("dmarc=fail (p=reject) header.from=bank.example") },
  /* a sender who is proven is not asked about */
  { "provider-pass", "bank.example", "rsa2048", "| pass authentication-results pass/pass bank.example",
    .from = "is ready", .to = "is gone",
    .on_top = RESULTS ("dkim=pass header.d=bank.example; dmarc=pass header.from=bank.example") },
  { "envelope-others", "other.test", "rsa2048", "other.test:none | fail local none/fail - enforced",
    .on_top = RESULTS ("spf=pass smtp.mailfrom=other.test") },
  { "envelope-others-broken", "bank.example", "rsa2048",
    "bank.example:fail:altered-body:aligned | unknown authentication-results fail/none -", .from = "is ready",
    .to = "is gone", .on_top = RESULTS ("spf=pass smtp.mailfrom=other.test") },
  { "envelope-own", "other.test", "rsa2048", "| pass authentication-results none/none bank.example",
    .on_top = RESULTS ("spf=pass smtp.mailfrom=bank.example") },
  { "envelope-unknown", "other.test", "rsa2048", "other.test:none | unknown authentication-results none/none -",
    .on_top = RESULTS ("spf=temperror smtp.mailfrom=other.test") },
};

static void
test_case (Fixture *fixture, gconstpointer data)
{
  const Case *row = data;
  g_autofree char *text = verify_make_message (row, HEADER);
  g_autofree char *found = verify_text (fixture, text);

  g_assert_cmpstr (found, ==, row->expected);
}

/* A Maildir keeps lines that end in a line feed. */
static void
test_line_feeds (Fixture *fixture, gconstpointer data)
{
  const Case relaxed = { .domain = "bank.example", .selector = "rsa2048" };
  const Case simple = { .domain = "bank.example", .selector = "rsa2048", .simple = TRUE };
  const Case *const rows[] = { &relaxed, &simple };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = verify_make_message (rows[i], HEADER);
      g_autoptr (GString) stored = g_string_new (text);
      g_autofree char *found = NULL;

      g_string_replace (stored, "\r\n", "\n", 0);
      g_string_prepend (stored, "From info@bank.example Mon May  4 08:00:00 2020\n");
      found = verify_text (fixture, stored->str);
      g_assert_cmpstr (found, ==, PASSED);
    }
}

/* c=simple: not a space may change, not even where a line is folded. */
static void
test_exact_bytes (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *from, *to, *expected;
  } rows[] = {
    { "Statement\r\n of", "Statement\r\n of", PASSED },
    { "Statement\r\n of", "Statement\r\n\tof", "bank.example:fail:altered-header:aligned | unknown local fail/none -" },
    { "Subject:", "subject:", "bank.example:fail:altered-header:aligned | unknown local fail/none -" },
    { "is ready.", "is ready. ", "bank.example:fail:altered-body:aligned | unknown local fail/none -" },
    { "is ready.\r\n", "is ready.\r\n\r\n\r\n", PASSED },
  };
  g_autofree char *folded = verify_replace (HEADER, "Statement", "Statement\r\n of May");
  const Case row = { .domain = "bank.example", .selector = "rsa2048", .simple = TRUE };
  g_autofree char *text = verify_make_message (&row, folded);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *changed = verify_replace (text, rows[i].from, rows[i].to);
      g_autofree char *found = verify_text (fixture, changed);

      g_assert_cmpstr (found, ==, rows[i].expected);
    }
}

/* adkim=s: a sub-domain is not aligned. */
static void
test_strict (Fixture *fixture, gconstpointer data)
{
  g_autofree char *header = verify_replace (HEADER, "info@bank.example", "info@strict.example");
  const Case same = { .domain = "strict.example", .selector = "rsa2048" };
  const Case below = { .domain = "mail.strict.example", .selector = "rsa2048" };
  g_autofree char *same_text = verify_make_message (&same, header);
  g_autofree char *below_text = verify_make_message (&below, header);
  g_autofree char *same_found = verify_text (fixture, same_text);
  g_autofree char *below_found = verify_text (fixture, below_text);

  g_assert_cmpstr (same_found, ==, "strict.example:pass:aligned | pass local pass/pass strict.example");
  g_assert_cmpstr (below_found, ==, "mail.strict.example:pass | unknown local none/none -");
}

/* Looking up another domain's key would only tell its owner that the mail was opened. */
static void
test_privacy (Fixture *fixture, gconstpointer data)
{
  const Case row = { .domain = "bamk.example", .selector = "rsa2048" };
  g_autofree char *text = verify_make_message (&row, HEADER);

  for (guint i = 0; i < 2; i++)
    g_free (verify_text (fixture, text));
  g_assert_cmpuint (dns_server_count (fixture->server, "rsa2048._domainkey.bamk.example"), ==, 0);
  g_assert_cmpuint (dns_server_count (fixture->server, "_dmarc.bank.example"), ==, 1);
  g_assert_cmpuint (dns_server_count_all (fixture->server), ==, 1);
}

/* RFC 8463 §4: old verifiers use one, new ones the other. Either is enough. */
static void
test_two_signatures (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *from, *to, *expected;
  } rows[] = {
    { "Message-ID", "Message-ID",
      "bank.example:pass:aligned bank.example:pass:aligned | pass local pass/pass bank.example" },
    { "s=ed25519", "s=missing",
      "bank.example:fail:no-key:aligned bank.example:pass:aligned | pass local pass/pass "
      "bank.example" },
    { "s=rsa2048", "s=silent",
      "bank.example:pass:aligned bank.example:unknown:no-answer:aligned | pass local pass/pass "
      "bank.example" },
    { "d=bank.example; s=ed", "d=other.test; s=ed",
      "other.test:none bank.example:pass:aligned | pass local pass/pass bank.example" },
  };
  const Case modern = { .domain = "bank.example", .selector = "ed25519" };
  g_autofree char *upper = verify_make_message (&modern, HEADER);
  g_autofree char *lower = verify_make_message (&cases[0], HEADER);
  g_autofree char *signature = g_strndup (upper, (gsize) (strstr (upper, "From:") - upper));
  g_autofree char *both = g_strconcat (signature, strstr (lower, "DKIM-Signature:"), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = verify_replace (both, rows[i].from, rows[i].to);
      g_autofree char *found = verify_text (fixture, text);

      g_assert_cmpstr (found, ==, rows[i].expected);
    }
}

static void
test_many_signatures (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = verify_make_message (&cases[0], HEADER);
  g_autoptr (GString) many = g_string_new (NULL);
  g_autofree char *found = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (many, "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=bank.example; s=revoked; h=from; "
                           "bh=AAAA; b=AAAA\r\n");
  g_string_append (many, text);
  found = verify_text (fixture, many->str);
  g_assert_true (g_str_has_suffix (found, "| unknown local fail/none -"));
}

/* The bytes are read again: the first verdict keeps only what it tells. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = verify_make_message (&cases[i], HEADER);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (BuoyVerdict) offline = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (BuoyVerdict) again = buoy_verify_again_with (offline, bytes, BUOY_ASK_KEYS,
                                                              verify_get_resolver (fixture, text), NULL, NULL, &error);
      g_autofree char *expected = verify_text (fixture, text);
      g_autofree char *found = verify_write_down (again);

      g_assert_no_error (error);
      g_assert_true (again != offline);
      g_assert_null (offline->verification);
      g_assert_cmpstr (found, ==, expected);
    }
}

static void
verify_done (GObject *source, GAsyncResult *result, gpointer data)
{
  GError **out_error = data;

  g_assert_null (buoy_scan_finish (result, out_error));
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = verify_make_message (&cases[0], HEADER);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) async_error = NULL;
  g_autoptr (BuoyVerdict) offline = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (verify_scan (bytes, NULL, fixture->resolver, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  offline = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, NULL);
  buoy_scan_again_async (offline, bytes, NULL, BUOY_SCAN_KEYS, cancellable, verify_done, &async_error);
  while (async_error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (async_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (dns_server_count_all (fixture->server), ==, 0);
}

static void
add (const char *name, gconstpointer data, void (*run) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/verify/", name, NULL);

  g_test_add (path, Fixture, data, verify_set_up, run, verify_tear_down);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  verify_keys_make ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    add (cases[i].name, &cases[i], test_case);
  add ("line-feeds", NULL, test_line_feeds);
  add ("exact-bytes", NULL, test_exact_bytes);
  add ("strict", NULL, test_strict);
  add ("privacy", NULL, test_privacy);
  add ("two-signatures", NULL, test_two_signatures);
  add ("many-signatures", NULL, test_many_signatures);
  add ("again", NULL, test_again);
  add ("cancelled", NULL, test_cancelled);
  status = g_test_run ();
  verify_keys_free ();
  return status;
}
