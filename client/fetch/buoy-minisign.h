/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Signatures of minisign (https://jedisct1.github.io/minisign/): Ed25519 over the BLAKE2b digest of a document, and
 * over that signature and a comment. Signatures of the older kind, without the digest, are not accepted.
 */
#pragma once

#include <glib.h>

#define BUOY_MINISIGN_MAX_BYTES 8192 /* of a signature file; one without long comments has under 300 */

/* Whether @key is a public key: the second line of minisign.pub. */
gboolean buoy_minisign_is_key (const char *key);

/* The trusted comment of @signature, the content of a .minisig file, if it is a signature of @document by @key; NULL if
 * not. (transfer full) (nullable)
 */
char *buoy_minisign_verify (const char *key, GBytes *document, GBytes *signature);

/* The number in "serial:7", one of the words of a trusted comment; 0 if there is none. */
guint64 buoy_minisign_read_serial (const char *comment);
