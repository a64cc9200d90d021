/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "signer.h"

#include <openssl/evp.h>
#include <openssl/x509.h>
#include <string.h>

struct _SignerKey
{
  EVP_PKEY *pair;
  gboolean is_rsa;
};

SignerKey *
signer_key_new (guint bits)
{
  SignerKey *key = g_new0 (SignerKey, 1);

  key->is_rsa = bits > 0;
  key->pair
      = bits > 0 ? EVP_PKEY_Q_keygen (NULL, NULL, "RSA", (size_t) bits) : EVP_PKEY_Q_keygen (NULL, NULL, "ED25519");
  g_assert_nonnull (key->pair);
  return key;
}

void
signer_key_free (SignerKey *key)
{
  EVP_PKEY_free (key->pair);
  g_free (key);
}

static char *
public_part (const SignerKey *key)
{
  guint8 raw[32];
  size_t length = sizeof raw;
  unsigned char *der = NULL;
  int der_length;
  char *text;

  if (!key->is_rsa)
    {
      g_assert_cmpint (EVP_PKEY_get_raw_public_key (key->pair, raw, &length), ==, 1);
      return g_base64_encode (raw, length);
    }
  der_length = i2d_PUBKEY (key->pair, &der);
  g_assert_cmpint (der_length, >, 0);
  text = g_base64_encode (der, (gsize) der_length);
  OPENSSL_free (der);
  return text;
}

char *
signer_key_to_record (const SignerKey *key)
{
  g_autofree char *text = public_part (key);

  return g_strdup_printf ("v=DKIM1; k=%s; p=%s", key->is_rsa ? "rsa" : "ed25519", text);
}

static char *
hash_base64 (const EVP_MD *kind, const char *text, gsize length)
{
  guint8 digest[EVP_MAX_MD_SIZE];
  unsigned int digest_length;

  g_assert_cmpint (EVP_Digest (text, length, digest, &digest_length, kind, NULL), ==, 1);
  return g_base64_encode (digest, digest_length);
}

static char *
sign_bytes (const SignerKey *key, const EVP_MD *kind, const char *text)
{
  EVP_MD_CTX *context = EVP_MD_CTX_new ();
  guint8 signature[1024], digest[EVP_MAX_MD_SIZE];
  size_t length = sizeof signature;
  unsigned int digest_length;
  int done;

  if (key->is_rsa)
    {
      EVP_DigestSignInit (context, NULL, kind, NULL, key->pair);
      done = EVP_DigestSign (context, signature, &length, (const guint8 *) text, strlen (text));
    }
  else
    {
      /* RFC 8463 §3: the hash is what is signed */
      EVP_Digest (text, strlen (text), digest, &digest_length, kind, NULL);
      EVP_DigestSignInit (context, NULL, NULL, NULL, key->pair);
      done = EVP_DigestSign (context, signature, &length, digest, digest_length);
    }
  g_assert_cmpint (done, ==, 1);
  EVP_MD_CTX_free (context);
  return g_base64_encode (signature, length);
}

/* The fields of @header with their folded lines, each with its CRLF. */
static GPtrArray *
split_fields (const char *header)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func (g_free);

  while (*header != '\0')
    {
      const char *end = strstr (header, "\r\n");

      while (end[2] == ' ' || end[2] == '\t')
        end = strstr (end + 2, "\r\n");
      end += strlen ("\r\n");
      g_ptr_array_add (fields, g_strndup (header, (gsize) (end - header)));
      header = end;
    }
  return fields;
}

/* Takes the lowest field of that name that is left, and appends it as it is or in its relaxed form (RFC 6376 §3.4). */
static void
append_field (GString *out, GPtrArray *fields, const char *name, gboolean simple)
{
  const gsize length = strlen (name);

  for (guint i = fields->len; i > 0; i--)
    {
      const char *field = g_ptr_array_index (fields, i - 1);

      if (g_ascii_strncasecmp (field, name, length) != 0 || field[length] != ':')
        continue;
      if (simple)
        g_string_append (out, field);
      else
        g_string_append_printf (out, "%s:%s", name, field + length + 2);
      g_ptr_array_remove_index (fields, i - 1);
      return;
    }
}

static char *
signed_bytes (const SignerOptions *options, const char *header, const char *value)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GPtrArray) fields = split_fields (header);
  g_auto (GStrv) names = g_strsplit (options->fields, ":", -1);

  for (guint i = 0; names[i] != NULL; i++)
    append_field (out, fields, names[i], options->simple);
  g_string_append_printf (out, options->simple ? "DKIM-Signature: %s" : "dkim-signature:%s", value);
  return g_string_free (out, FALSE);
}

char *
signer_sign (const SignerOptions *options, const char *header, const char *body)
{
  const char *algorithm = options->algorithm;
  const gsize covered = options->length < 0 ? strlen (body) : (gsize) options->length;
  const EVP_MD *kind = g_strcmp0 (algorithm, "rsa-sha1") == 0 ? EVP_sha1 () : EVP_sha256 ();
  g_autofree char *body_hash = hash_base64 (kind, body, covered);
  g_autofree char *value = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *signature = NULL;
  g_autofree char *length = options->length < 0 ? g_strdup ("") : g_strdup_printf ("l=%" G_GSIZE_FORMAT "; ", covered);

  if (algorithm == NULL)
    algorithm = options->key->is_rsa ? "rsa-sha256" : "ed25519-sha256";
  value = g_strdup_printf ("v=1; a=%s; c=%s; d=%s; s=%s; h=%s; %s%sbh=%s; b=", algorithm,
                           options->simple ? "simple/simple" : "relaxed/relaxed", options->domain, options->selector,
                           options->fields, length, options->more, body_hash);
  bytes = signed_bytes (options, header, value);
  signature = sign_bytes (options->key, kind, bytes);
  return g_strdup_printf ("DKIM-Signature: %s%s\r\n", value, signature);
}
