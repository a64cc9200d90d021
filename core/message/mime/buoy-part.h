/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The content of one leaf of the MIME tree: decoded bytes, and text.
 */
#pragma once

#include "message/buoy-message.h"
#include "message/mime/buoy-gmime.h"

/* Decodes up to @max_bytes of @part; if there are more, @limit is noted. (transfer full) */
GByteArray *buoy_part_decode (BuoyMessage *message, GMimePart *part, gsize max_bytes, const char *limit);

/* Decodes the first @n_bytes of @part into @block; returns how many there are. */
gsize buoy_part_peek (GMimePart *part, char *block, gsize n_bytes);

/* As buoy_part_decode(), but leaves out the middle of overlong content: programs show its end too. (transfer full) */
GByteArray *buoy_part_decode_both_ends (BuoyMessage *message, GMimePart *part, gsize max_bytes, const char *limit);

/* Converts @bytes from the charset of @part to valid UTF-8. (transfer full) */
char *buoy_part_to_text (BuoyMessage *message, GMimePart *part, GBytes *bytes);

/* Finds how programs may read @bytes other than as @text. If @is_file, a browser may open it, which does not know the
 * charset of the part.
 *
 * Returns: (transfer full) (element-type utf8): the other readings; usually empty
 */
GPtrArray *buoy_part_find_texts (BuoyMessage *message, GMimePart *part, GBytes *bytes, const char *text,
                                 gboolean is_file);
