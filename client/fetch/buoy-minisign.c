/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "fetch/buoy-minisign.h"

#include <sodium.h>
#include <string.h>

#define TRUSTED_COMMENT "trusted comment: "
#define SERIAL "serial:"
#define ALGORITHM_OF_KEYS "Ed"
#define ALGORITHM "ED" /* for documents hashed first */
#define ID_BYTES 8
#define DIGEST_BYTES 64

enum
{
  LINE_COMMENT, /* untrusted comment */
  LINE_SIGNATURE,
  LINE_TRUSTED_COMMENT,
  LINE_OF_BOTH, /* signature over the signature and the trusted comment */
  N_LINES
};

/* These structures match the file format; no field needs padding. */
typedef struct
{
  char algorithm[2];
  guint8 id[ID_BYTES];
  guint8 key[crypto_sign_PUBLICKEYBYTES];
} PublicKey;

typedef struct
{
  char algorithm[2];
  guint8 id[ID_BYTES];
  guint8 signature[crypto_sign_BYTES];
} Signature;

G_STATIC_ASSERT (sizeof (PublicKey) == 42);
G_STATIC_ASSERT (sizeof (Signature) == 74);

/* Whether @text is the base64 of exactly @size bytes. */
static gboolean
decode (const char *text, gpointer out, gsize size)
{
  gsize length;

  return sodium_base642bin (out, size, text, strlen (text), NULL, &length, NULL, sodium_base64_VARIANT_ORIGINAL) == 0
         && length == size;
}

static gboolean
read_key (const char *text, PublicKey *out)
{
  return sodium_init () >= 0 && decode (text, out, sizeof *out)
         && memcmp (out->algorithm, ALGORITHM_OF_KEYS, sizeof out->algorithm) == 0;
}

gboolean
buoy_minisign_is_key (const char *key)
{
  PublicKey unused;

  return read_key (key, &unused);
}

static gboolean
is_of_document (const Signature *signature, const PublicKey *key, GBytes *document)
{
  guint8 digest[DIGEST_BYTES];
  gsize length;
  const guint8 *bytes = g_bytes_get_data (document, &length);

  crypto_generichash (digest, sizeof digest, bytes, length, NULL, 0);
  return crypto_sign_verify_detached (signature->signature, digest, sizeof digest, key->key) == 0;
}

static gboolean
is_of_comment (const guint8 *both, const Signature *signature, const PublicKey *key, const char *comment)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_byte_array_append (bytes, signature->signature, sizeof signature->signature);
  g_byte_array_append (bytes, (const guint8 *) comment, strlen (comment));
  return crypto_sign_verify_detached (both, bytes->data, bytes->len, key->key) == 0;
}

/* The first N_LINES lines of a file, without their ends; NULL if there are fewer. */
static char **
split (GBytes *file)
{
  gsize length;
  const char *start = g_bytes_get_data (file, &length);
  g_autofree char *text = length > 0 ? g_strndup (start, length) : NULL;
  g_auto (GStrv) lines
      = text != NULL && length <= BUOY_MINISIGN_MAX_BYTES ? g_strsplit (text, "\n", N_LINES + 1) : NULL;

  if (lines == NULL || g_strv_length (lines) < N_LINES)
    return NULL;
  for (guint i = 0; i < N_LINES; i++)
    if (g_str_has_suffix (lines[i], "\r"))
      lines[i][strlen (lines[i]) - 1] = '\0';
  return g_steal_pointer (&lines);
}

char *
buoy_minisign_verify (const char *key, GBytes *document, GBytes *signature)
{
  g_auto (GStrv) lines = split (signature);
  PublicKey public;
  Signature of_document;
  guint8 of_both[crypto_sign_BYTES];
  const char *comment;

  if (lines == NULL || !read_key (key, &public) || !g_str_has_prefix (lines[LINE_TRUSTED_COMMENT], TRUSTED_COMMENT))
    return NULL;
  comment = lines[LINE_TRUSTED_COMMENT] + strlen (TRUSTED_COMMENT);
  if (!decode (lines[LINE_SIGNATURE], &of_document, sizeof of_document)
      || !decode (lines[LINE_OF_BOTH], of_both, sizeof of_both))
    return NULL;
  if (memcmp (of_document.algorithm, ALGORITHM, sizeof of_document.algorithm) != 0
      || memcmp (of_document.id, public.id, sizeof public.id) != 0)
    return NULL;
  if (!is_of_document (&of_document, &public, document) || !is_of_comment (of_both, &of_document, &public, comment))
    return NULL;
  return g_strdup (comment);
}

guint64
buoy_minisign_read_serial (const char *comment)
{
  g_auto (GStrv) words = g_strsplit_set (comment, " \t", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint64 serial;

      if (g_str_has_prefix (words[i], SERIAL)
          && g_ascii_string_to_unsigned (words[i] + strlen (SERIAL), 10, 1, G_MAXINT64, &serial, NULL))
        return serial;
    }
  return 0;
}
