/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Signed mail, whole and tampered with, checked against a name server that really answers. Each row's outcome is written
 * "SIGNATURES | state source dkim/dmarc aligned", each signature as "domain:state:reason:open:aligned".
 */
#include "config.h"

#include <string.h>

#include "dns-server.h"
#include "net/buoy-verify-private.h"
#include "signer.h"

#define PATIENCE 1 /* seconds: the server is next door */
#define TTL 60
#define FIELDS "from:to:subject:date:message-id:mime-version:content-type"

#define HEADER                                                                                     \
  "From: Bank <info@bank.example>\r\n"                                                             \
  "To: reader@reader.example\r\n"                                                                  \
  "Subject: Statement\r\n"                                                                         \
  "Date: Mon, 4 May 2020 07:59:00 +0900\r\n"                                                       \
  "Message-ID: <1@bank.example>\r\n"                                                               \
  "MIME-Version: 1.0\r\n"                                                                          \
  "Content-Type: text/plain; charset=UTF-8\r\n"
#define BODY "Dear customer,\r\n\r\nyour statement is ready.\r\n"
#define DELIVERED                                                                                  \
  "Received: from out.other.test (out.other.test [198.51.100.7]) by mx.reader.example (Postfix) "  \
  "with ESMTP id 1; Mon, 4 May 2020 08:00:00 +0900\r\n"
#define DELIVERED_AT "1588546800"

typedef struct
{
  DnsServer *server;
  BuoyResolver *resolver;
  SignerKey *rsa2048, *rsa1024, *rsa768, *ed25519;
} Fixture;

static void
publish (Fixture *fixture, const char *name, const SignerKey *key)
{
  g_autofree char *record = signer_key_to_record (key);

  dns_server_set (fixture->server, name, DNS_TEXTS, TTL, record, NULL);
}

static void
publish_keys (Fixture *fixture)
{
  static const char *const texts[][2] = {
    { "revoked._domainkey.bank.example", "v=DKIM1; k=rsa; p=" },
    { "broken._domainkey.bank.example", "v=DKIM1; k=rsa; p=AAAA" },
    { "prose._domainkey.bank.example", "this is no key" },
    { "_dmarc.bank.example", "v=DMARC1; p=reject" },
    { "_dmarc.strict.example", "v=DMARC1; p=reject; adkim=s" },
  };
  g_autofree char *record = signer_key_to_record (fixture->rsa2048);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    dns_server_set (fixture->server, texts[i][0], DNS_TEXTS, TTL, texts[i][1], NULL);
  dns_server_set (fixture->server, "failure._domainkey.bank.example", DNS_FAILURE, TTL, NULL, NULL);
  dns_server_set (fixture->server, "silent._domainkey.bank.example", DNS_SILENCE, TTL, NULL, NULL);
  dns_server_set (fixture->server, "twice._domainkey.bank.example", DNS_TEXTS, TTL, record, record);
  publish (fixture, "rsa2048._domainkey.bank.example", fixture->rsa2048);
  publish (fixture, "rsa1024._domainkey.bank.example", fixture->rsa1024);
  publish (fixture, "rsa768._domainkey.bank.example", fixture->rsa768);
  publish (fixture, "ed25519._domainkey.bank.example", fixture->ed25519);
  publish (fixture, "rsa2048._domainkey.mail.bank.example", fixture->rsa2048);
  publish (fixture, "rsa2048._domainkey.strict.example", fixture->rsa2048);
  publish (fixture, "rsa2048._domainkey.mail.strict.example", fixture->rsa2048);
  publish (fixture, "rsa2048._domainkey.bamk.example", fixture->rsa2048);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->server = dns_server_new ();
  fixture->resolver = buoy_resolver_new (dns_server_get_address (fixture->server), PATIENCE);
  fixture->rsa2048 = signer_key_new (2048);
  fixture->rsa1024 = signer_key_new (1024);
  fixture->rsa768 = signer_key_new (768);
  fixture->ed25519 = signer_key_new (0);
  publish_keys (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  buoy_resolver_free (fixture->resolver);
  dns_server_free (fixture->server);
  signer_key_free (fixture->rsa2048);
  signer_key_free (fixture->rsa1024);
  signer_key_free (fixture->rsa768);
  signer_key_free (fixture->ed25519);
}

static const SignerKey *
key_of (const Fixture *fixture, const char *selector)
{
  if (g_str_equal (selector, "rsa1024"))
    return fixture->rsa1024;
  if (g_str_equal (selector, "rsa768"))
    return fixture->rsa768;
  return g_str_equal (selector, "ed25519") ? fixture->ed25519 : fixture->rsa2048;
}

static void
append_signature (GString *out, const BuoySignature *signature)
{
  static const char *const states[] = { "pass", "fail", "none", "unknown" };
  static const char *const fields[] = { "body", "subject", "to", "reply-to", "content-type" };

  g_string_append_printf (out, "%s:%s", signature->domain, states[signature->state]);
  if (signature->reason != NULL)
    g_string_append_printf (out, ":%s", signature->reason);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if ((signature->open & (1u << i)) != 0)
      g_string_append_printf (out, ":open-%s", fields[i]);
  g_string_append (out, signature->aligned ? ":aligned " : " ");
}

static char *
write_down (const BuoyVerdict *verdict)
{
  static const char *const states[] = { "none", "pass", "fail", "unknown" };
  const BuoyAuthentication *auth = &verdict->evidence->auth;
  const BuoyVerification *verification = verdict->evidence->verification;
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < verification->signatures->len; i++)
    append_signature (out, g_ptr_array_index (verification->signatures, i));
  g_string_append_printf (out, "| %s %s %s/%s %s%s%s", states[auth->state], auth->source, auth->dkim,
                          auth->dmarc, auth->aligned_domain != NULL ? auth->aligned_domain : "-",
                          auth->enforced ? " enforced" : "", auth->says_unproven ? " unproven" : "");
  return g_string_free (out, FALSE);
}

static char *
verify_text (Fixture *fixture, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyVerdict) verdict
      = buoy_verify_with (bytes, NULL, fixture->resolver, NULL, &error);

  g_assert_no_error (error);
  return write_down (verdict);
}

typedef struct
{
  const char *name, *domain, *selector, *expected;
  const char *fields, *more, *algorithm; /* NULL: the usual */
  const char *from, *to;                 /* replaced after it was signed */
  const char *on_top;                    /* header fields above; NULL: DELIVERED */
  gssize length;                         /* of l=; 0: without */
} Case;

#define PASSED "bank.example:pass:aligned | pass local pass/pass bank.example"
#define RESULTS(text) "Authentication-Results: mx.reader.example; " text "\r\n" DELIVERED

static const Case cases[] = {
  { "rsa-2048", "bank.example", "rsa2048", PASSED },
  { "rsa-1024", "bank.example", "rsa1024", PASSED },
  { "ed25519", "bank.example", "ed25519", PASSED },
  { "rsa-768", "bank.example", "rsa768",
    "bank.example:fail:weak-key:aligned | unknown local fail/none -" },
  { "sha-1", "bank.example", "rsa2048",
    "bank.example:fail:weak-key:aligned | unknown local fail/none -", .algorithm = "rsa-sha1" },
  { "sub-domain", "mail.bank.example", "rsa2048",
    "mail.bank.example:pass:aligned | pass local pass/pass mail.bank.example" },
  { "look-alike", "bamk.example", "rsa2048", "bamk.example:none | unknown local none/none -" },
  { "body", "bank.example", "rsa2048",
    "bank.example:fail:altered-body:aligned | unknown local fail/none -", .from = "is ready",
    .to = "is gone" },
  { "header", "bank.example", "rsa2048",
    "bank.example:fail:altered-header:aligned | unknown local fail/none -", .from = "Statement",
    .to = "Urgent" },
  { "unsigned-header", "bank.example", "rsa2048", PASSED, .from = "Message-ID:",
    .to = "X-Mailer: x\r\nMessage-ID:" },
  { "wrong-key", "bank.example", "rsa2048",
    "bank.example:fail:altered-header:aligned | unknown local fail/none -", .from = "s=rsa2048",
    .to = "s=rsa1024" },
  { "expired", "bank.example", "rsa2048",
    "bank.example:fail:expired:aligned | unknown local fail/none -", .more = "t=1588530000; x=1588540000; " },
  { "expired-since", "bank.example", "rsa2048", PASSED,
    .more = "t=" DELIVERED_AT "; x=1588600000; " },
  { "signed-later", "bank.example", "rsa2048",
    "bank.example:fail:signed-later:aligned | unknown local fail/none -", .more = "t=1588600000; " },
  { "clock-skew", "bank.example", "rsa2048", PASSED, .more = "t=1588547100; " },
  { "length-all", "bank.example", "rsa2048", PASSED, .length = sizeof BODY - 1 },
  { "length-appended", "bank.example", "rsa2048",
    "bank.example:pass:open-body:aligned | unknown local pass/none -", .length = sizeof BODY - 1,
    .from = "is ready.\r\n", .to = "is ready.\r\nPay at once.\r\n" },
  { "length-part", "bank.example", "rsa2048",
    "bank.example:pass:open-body:aligned | unknown local pass/none -", .length = 10 },
  { "length-too-long", "bank.example", "rsa2048",
    "bank.example:fail:altered-body:aligned | unknown local fail/none -", .length = sizeof BODY - 1,
    .from = "your statement is ready.\r\n", .to = "" },
  { "subject-open", "bank.example", "rsa2048",
    "bank.example:pass:open-subject:aligned | pass local pass/pass bank.example",
    .fields = "from:to:content-type:date", .from = "Statement", .to = "Urgent" },
  { "to-open", "bank.example", "rsa2048",
    "bank.example:pass:open-to:aligned | pass local pass/pass bank.example",
    .fields = "from:subject:content-type:date", .from = "reader@", .to = "other@" },
  { "only-from", "bank.example", "rsa2048",
    "bank.example:pass:open-subject:open-to:open-content-type:aligned | pass local pass/pass bank.example",
    .fields = "from" },
  { "reply-to-added", "bank.example", "rsa2048",
    "bank.example:pass:open-reply-to:aligned | pass local pass/pass bank.example",
    .on_top = DELIVERED "Reply-To: x@evil.test\r\n" },
  { "subject-added", "bank.example", "rsa2048",
    "bank.example:fail:added-field:open-subject:aligned | unknown local fail/none -",
    .on_top = DELIVERED "Subject: Urgent\r\n" },
  { "subject-over-signed", "bank.example", "rsa2048",
    "bank.example:fail:altered-header:aligned | unknown local fail/none -",
    .fields = FIELDS ":subject", .on_top = DELIVERED "Subject: Urgent\r\n" },
  { "from-added", "bank.example", "rsa2048", "| unknown local none/none -",
    .on_top = DELIVERED "From: Bank <info@bank.example>\r\n" },
  { "revoked", "bank.example", "revoked",
    "bank.example:fail:revoked-key:aligned | unknown local fail/none -" },
  { "no-such-key", "bank.example", "missing",
    "bank.example:fail:no-key:aligned | unknown local fail/none -" },
  { "broken-key", "bank.example", "broken",
    "bank.example:fail:unusable-key:aligned | unknown local fail/none -" },
  { "prose", "bank.example", "prose",
    "bank.example:fail:unusable-key:aligned | unknown local fail/none -" },
  { "two-keys", "bank.example", "twice",
    "bank.example:fail:unusable-key:aligned | unknown local fail/none -" },
  { "server-failure", "bank.example", "failure",
    "bank.example:unknown:no-answer:aligned | unknown local temperror/none -" },
  { "no-answer", "bank.example", "silent",
    "bank.example:unknown:no-answer:aligned | unknown local temperror/none -" },

  /* beside what the receiving side wrote */
  { "provider-none", "bank.example", "rsa2048", PASSED,
    .on_top = RESULTS ("spf=none smtp.mailfrom=other.test; dkim=none") },
  { "provider-fail", "bank.example", "rsa2048", PASSED,
    .on_top = RESULTS ("dmarc=fail (p=reject) header.from=bank.example") },
  { "provider-pass", "bank.example", "rsa2048",
    "bank.example:fail:altered-body:aligned | pass authentication-results pass/pass bank.example",
    .from = "is ready", .to = "is gone",
    .on_top = RESULTS ("dkim=pass header.d=bank.example; dmarc=pass header.from=bank.example") },
  { "envelope-others", "other.test", "rsa2048", "other.test:none | fail local none/fail - enforced",
    .on_top = RESULTS ("spf=pass smtp.mailfrom=other.test") },
  { "envelope-others-broken", "bank.example", "rsa2048",
    "bank.example:fail:altered-body:aligned | unknown authentication-results fail/none -",
    .from = "is ready", .to = "is gone", .on_top = RESULTS ("spf=pass smtp.mailfrom=other.test") },
  { "envelope-own", "other.test", "rsa2048",
    "other.test:none | pass authentication-results none/none bank.example",
    .on_top = RESULTS ("spf=pass smtp.mailfrom=bank.example") },
  { "envelope-unknown", "other.test", "rsa2048", "other.test:none | unknown authentication-results none/none -",
    .on_top = RESULTS ("spf=temperror smtp.mailfrom=other.test") },
};

static char *
replace (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) halves = g_strsplit (text, from, 2);

  g_assert_nonnull (halves[1]);
  return g_strconcat (halves[0], to, halves[1], NULL);
}

static char *
make_message (const Fixture *fixture, const Case *row, const char *header)
{
  const SignerOptions options = {
    .key = key_of (fixture, row->selector),
    .domain = row->domain,
    .selector = row->selector,
    .fields = row->fields != NULL ? row->fields : FIELDS,
    .more = row->more != NULL ? row->more : "",
    .algorithm = row->algorithm,
    .length = row->length > 0 ? row->length : -1,
  };
  g_autofree char *signature = signer_sign (&options, header, BODY);
  g_autofree char *signed_text = g_strconcat (signature, header, "\r\n", BODY, NULL);
  g_autofree char *changed = row->from != NULL ? replace (signed_text, row->from, row->to) : NULL;

  return g_strconcat (row->on_top != NULL ? row->on_top : DELIVERED,
                      changed != NULL ? changed : signed_text, NULL);
}

static void
test_case (Fixture *fixture, gconstpointer data)
{
  const Case *row = data;
  g_autofree char *text = make_message (fixture, row, HEADER);
  g_autofree char *found = verify_text (fixture, text);

  g_assert_cmpstr (found, ==, row->expected);
}

/* A Maildir keeps lines that end in a line feed. */
static void
test_line_feeds (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_message (fixture, &cases[0], HEADER);
  g_autoptr (GString) stored = g_string_new (text);
  g_autofree char *found = NULL;

  g_string_replace (stored, "\r\n", "\n", 0);
  g_string_prepend (stored, "From info@bank.example Mon May  4 08:00:00 2020\n");
  found = verify_text (fixture, stored->str);
  g_assert_cmpstr (found, ==, PASSED);
}

/* adkim=s: a sub-domain does not speak for the domain. */
static void
test_strict (Fixture *fixture, gconstpointer data)
{
  g_autofree char *header = replace (HEADER, "info@bank.example", "info@strict.example");
  const Case same = { .domain = "strict.example", .selector = "rsa2048" };
  const Case below = { .domain = "mail.strict.example", .selector = "rsa2048" };
  g_autofree char *same_text = make_message (fixture, &same, header);
  g_autofree char *below_text = make_message (fixture, &below, header);
  g_autofree char *same_found = verify_text (fixture, same_text);
  g_autofree char *below_found = verify_text (fixture, below_text);

  g_assert_cmpstr (same_found, ==, "strict.example:pass:aligned | pass local pass/pass strict.example");
  g_assert_cmpstr (below_found, ==, "mail.strict.example:pass | unknown local none/none -");
}

/* A key of somebody else's domain would only tell them that the mail was opened. */
static void
test_privacy (Fixture *fixture, gconstpointer data)
{
  const Case row = { .domain = "bamk.example", .selector = "rsa2048" };
  g_autofree char *text = make_message (fixture, &row, HEADER);

  for (guint i = 0; i < 2; i++)
    g_free (verify_text (fixture, text));
  g_assert_cmpuint (dns_server_count (fixture->server, "rsa2048._domainkey.bamk.example"), ==, 0);
  g_assert_cmpuint (dns_server_count (fixture->server, "_dmarc.bank.example"), ==, 1);
  g_assert_cmpuint (dns_server_count_all (fixture->server), ==, 1);
}

static void
test_many_signatures (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_message (fixture, &cases[0], HEADER);
  g_autoptr (GString) many = g_string_new (NULL);
  g_autofree char *found = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (many, "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=bank.example; s=revoked; h=from; "
                           "bh=AAAA; b=AAAA\r\n");
  g_string_append (many, text);
  found = verify_text (fixture, many->str);
  g_assert_true (g_str_has_suffix (found, "| unknown local fail/none -"));
}

static void
verify_done (GObject *source, GAsyncResult *result, gpointer data)
{
  GError **out_error = data;

  g_assert_null (buoy_verify_finish (result, out_error));
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_message (fixture, &cases[0], HEADER);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) async_error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (buoy_verify_with (bytes, NULL, fixture->resolver, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  buoy_verify_async (bytes, NULL, cancellable, verify_done, &async_error);
  while (async_error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (async_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (dns_server_count_all (fixture->server), ==, 0);
}

static void
add (const char *name, gconstpointer data, void (*run) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/verify/", name, NULL);

  g_test_add (path, Fixture, data, set_up, run, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    add (cases[i].name, &cases[i], test_case);
  add ("line-feeds", NULL, test_line_feeds);
  add ("strict", NULL, test_strict);
  add ("privacy", NULL, test_privacy);
  add ("many-signatures", NULL, test_many_signatures);
  add ("cancelled", NULL, test_cancelled);
  return g_test_run ();
}
