/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A boundary may begin another one, or a line of text. A line that begins with it is a delimiter by RFC 2046 §5.1.1
 * and for Evolution; GMime wants the whole line to be it. So what stands behind such a line is read as a part, too.
 */
#pragma once

#include "message/buoy-message.h"
#include "message/reader/buoy-part-walk.h"

/* Adds, of GMimeObject, what stands behind lines of @bytes that only begin with a boundary of a multipart around them.
 * RFC 2046 §5.1.1 has them taken for the boundary, and so does Evolution; GMime takes them for text.
 */
void buoy_part_find_ambiguous (GPtrArray *readings, GBytes *bytes, BuoyMessage *message, BuoyPartWalk *walk);
