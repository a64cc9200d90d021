/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "verify-fixture.h"

#include <string.h>

#include "signer.h"
#include "scan/buoy-scan.h"

#define PATIENCE 60 /* seconds */
#define LITTLE_PATIENCE 1
#define TTL 60

static SignerKey *rsa2048, *rsa1024, *rsa768, *ed25519;

void
verify_keys_make (void)
{
  rsa2048 = signer_key_new (2048);
  rsa1024 = signer_key_new (1024);
  rsa768 = signer_key_new (768);
  ed25519 = signer_key_new (0);
}

void
verify_keys_free (void)
{
  signer_key_free (rsa2048);
  signer_key_free (rsa1024);
  signer_key_free (rsa768);
  signer_key_free (ed25519);
}

static void
publish (Fixture *fixture, const char *name, const SignerKey *key)
{
  g_autofree char *record = signer_key_to_record (key);

  dns_server_set (fixture->server, name, DNS_TEXTS, TTL, record, NULL);
}

static void
publish_keys (Fixture *fixture)
{
  g_autofree char *record = signer_key_to_record (rsa2048);
  g_autofree char *testing = g_strconcat (record, "; t=y", NULL);
  const char *const texts[][2] = {
    { "revoked._domainkey.bank.example", "v=DKIM1; k=rsa; p=" },
    { "broken._domainkey.bank.example", "v=DKIM1; k=rsa; p=AAAA" },
    { "testing._domainkey.bank.example", testing },
    { "prose._domainkey.bank.example", "this is no key" },
    { "_dmarc.bank.example", "v=DMARC1; p=reject" },
    { "_dmarc.strict.example", "v=DMARC1; p=reject; adkim=s" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    dns_server_set (fixture->server, texts[i][0], DNS_TEXTS, TTL, texts[i][1], NULL);
  dns_server_set (fixture->server, "failure._domainkey.bank.example", DNS_FAILURE, TTL, NULL, NULL);
  dns_server_set (fixture->server, "silent._domainkey.bank.example", DNS_SILENCE, TTL, NULL, NULL);
  dns_server_set (fixture->server, "twice._domainkey.bank.example", DNS_TEXTS, TTL, record, record);
  publish (fixture, "rsa2048._domainkey.bank.example", rsa2048);
  publish (fixture, "rsa1024._domainkey.bank.example", rsa1024);
  publish (fixture, "rsa768._domainkey.bank.example", rsa768);
  publish (fixture, "ed25519._domainkey.bank.example", ed25519);
  publish (fixture, "rsa2048._domainkey.mail.bank.example", rsa2048);
  publish (fixture, "rsa2048._domainkey.strict.example", rsa2048);
  publish (fixture, "rsa2048._domainkey.mail.strict.example", rsa2048);
  publish (fixture, "rsa2048._domainkey.bamk.example", rsa2048);
}

void
verify_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->server = dns_server_new ();
  fixture->resolver = buoy_resolver_new (dns_server_get_address (fixture->server), PATIENCE);
  fixture->impatient = buoy_resolver_new (dns_server_get_address (fixture->server), LITTLE_PATIENCE);
  publish_keys (fixture);
}

void
verify_tear_down (Fixture *fixture, gconstpointer data)
{
  buoy_resolver_free (fixture->resolver);
  buoy_resolver_free (fixture->impatient);
  dns_server_free (fixture->server);
}

static const SignerKey *
key_of (const char *selector)
{
  if (g_str_equal (selector, "rsa1024"))
    return rsa1024;
  if (g_str_equal (selector, "rsa768"))
    return rsa768;
  return g_str_equal (selector, "ed25519") ? ed25519 : rsa2048;
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

char *
verify_write_down (const BuoyVerdict *verdict)
{
  static const char *const states[] = { "none", "pass", "fail", "unknown" };
  const BuoyAuthFacts *auth = &verdict->facts->auth;
  const BuoyVerification *verification = verdict->verification;
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < verification->signatures->len; i++)
    append_signature (out, g_ptr_array_index (verification->signatures, i));
  g_string_append_printf (out, "| %s %s %s/%s %s%s%s", states[auth->state], auth->source, auth->dkim, auth->dmarc,
                          auth->aligned_domain != NULL ? auth->aligned_domain : "-", auth->enforced ? " enforced" : "",
                          auth->says_unproven ? " unproven" : "");
  return g_string_free (out, FALSE);
}

BuoyResolver *
verify_get_resolver (Fixture *fixture, const char *text)
{
  return strstr (text, "s=silent") != NULL ? fixture->impatient : fixture->resolver;
}

BuoyVerdict *
verify_scan (GBytes *bytes, BuoyContext *context, BuoyResolver *resolver, GCancellable *cancellable, GError **error)
{
  g_autoptr (BuoyVerdict) offline = buoy_scan (bytes, context, BUOY_SCAN_PICTURES, cancellable, error);

  if (offline == NULL)
    return NULL;
  return buoy_verify_again_with (offline, bytes, BUOY_ASK_KEYS, resolver, NULL, cancellable, error);
}

char *
verify_text (Fixture *fixture, const char *text)
{
  BuoyResolver *resolver = verify_get_resolver (fixture, text);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyVerdict) verdict = verify_scan (bytes, NULL, resolver, NULL, &error);

  g_assert_no_error (error);
  return verify_write_down (verdict);
}

char *
verify_replace (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) halves = g_strsplit (text, from, 2);

  g_assert_nonnull (halves[1]);
  return g_strconcat (halves[0], to, halves[1], NULL);
}

char *
verify_make_message (const Case *row, const char *header)
{
  const SignerOptions options = {
    .key = key_of (row->selector),
    .domain = row->domain,
    .selector = row->selector,
    .fields = row->fields != NULL ? row->fields : FIELDS,
    .more = row->more != NULL ? row->more : "",
    .algorithm = row->algorithm,
    .simple = row->simple,
    .length = row->length > 0 ? row->length : -1,
  };
  g_autofree char *signature = signer_sign (&options, header, BODY);
  g_autofree char *signed_text = g_strconcat (signature, header, "\r\n", BODY, NULL);
  g_autofree char *changed = row->from != NULL ? verify_replace (signed_text, row->from, row->to) : NULL;

  return g_strconcat (row->on_top != NULL ? row->on_top : DELIVERED, changed != NULL ? changed : signed_text, NULL);
}
