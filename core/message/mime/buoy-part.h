/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The content of one leaf of the MIME tree: its bytes decoded, and as text.
 */
#pragma once

#include "message/buoy-message.h"
#include "message/mime/buoy-gmime.h"

/* The decoded bytes of @part; past @max_bytes the rest is left and @limit noted. */
GByteArray *buoy_part_decode (BuoyMessage *message, GMimePart *part, gsize max_bytes, const char *limit);

/* How the decoded content of @part begins, up to @n_bytes; returns how many there are. */
gsize buoy_part_peek (GMimePart *part, char *block, gsize n_bytes);

/* The same, but what is too long loses its middle: the end is shown like the start. */
GByteArray *buoy_part_decode_both_ends (BuoyMessage *message, GMimePart *part, gsize max_bytes, const char *limit);

/* @bytes in the charset of @part, as valid UTF-8; (transfer full). */
char *buoy_part_to_text (BuoyMessage *message, GMimePart *part, GBytes *bytes);
