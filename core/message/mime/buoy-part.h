/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The content of one leaf of the MIME tree: decoded bytes, and text.
 */
#pragma once

#include "message/buoy-message.h"
#include "message/mime/buoy-gmime.h"

/* The decoded bytes of @part, up to @max_bytes; if there are more, @limit is noted. */
GByteArray *buoy_part_decode (BuoyMessage *message, GMimePart *part, gsize max_bytes, const char *limit);

/* The first @n_bytes of the decoded content of @part; returns how many there are. */
gsize buoy_part_peek (GMimePart *part, char *block, gsize n_bytes);

/* The same, but overlong content loses its middle: its end is shown like its start. */
GByteArray *buoy_part_decode_both_ends (BuoyMessage *message, GMimePart *part, gsize max_bytes, const char *limit);

/* @bytes in the charset of @part, as valid UTF-8; (transfer full). */
char *buoy_part_to_text (BuoyMessage *message, GMimePart *part, GBytes *bytes);

/* (transfer full), of char *: how programs may read @bytes other than as @text; usually empty. A browser that opens a
 * file does not know the charset of the part.
 */
GPtrArray *buoy_part_find_texts (BuoyMessage *message, GMimePart *part, GBytes *bytes, const char *text,
                                 gboolean is_file);
