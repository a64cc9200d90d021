/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Signatures of minisign (https://jedisct1.github.io/minisign/): Ed25519 over the BLAKE2b digest of a document, and
 * over that signature and a comment. Signatures of the older kind, without the digest, are not accepted.
 */
#pragma once

#include <glib.h>

#define BUOY_MINISIGN_MAX_BYTES 8192 /* of a signature file; without long comments it has under 300 */

/* Whether @key is a public key: the second line of minisign.pub. */
gboolean buoy_minisign_is_key (const char *key);

/* Verifies that @signature, the content of a .minisig file, is a signature of @document by @key. Returns its trusted
 * comment, or NULL if the signature is invalid. (transfer full) (nullable)
 */
char *buoy_minisign_verify (const char *key, GBytes *document, GBytes *signature);

/* The number after "serial:" in a trusted comment; 0 if there is none. */
guint64 buoy_minisign_read_serial (const char *comment);
