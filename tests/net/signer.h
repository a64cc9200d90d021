/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Signs mail as a sender does (RFC 6376 §5, RFC 8463), with libcrypto only and keys made for the test.
 */
#pragma once

#include <glib.h>

typedef struct _SignerKey SignerKey;

/* @bits: of an RSA key; 0 makes an Ed25519 one. */
SignerKey *signer_key_new (guint bits);
void signer_key_free (SignerKey *key);

/* What the name server answers for it: "v=DKIM1; k=rsa; p=…" */
char *signer_key_to_record (const SignerKey *key);

typedef struct
{
  const SignerKey *key;
  const char *domain, *selector;
  const char *fields;    /* h= */
  const char *more;      /* other tags, each with its ";"; "" */
  const char *algorithm; /* NULL: what fits the key */
  gboolean simple;       /* sign the fields as they stand (RFC 6376 §3.4.1) */
  gssize length;         /* bytes of the body that l= covers; below 0: all, without l= */
} SignerOptions;

/* @header: fields with CRLF, one space behind each colon; folded only where they are signed as they stand. @body: as
 * canonicalisation leaves it. Returns the "DKIM-Signature: …\r\n" that goes on top.
 */
char *signer_sign (const SignerOptions *options, const char *header, const char *body);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignerKey, signer_key_free)
