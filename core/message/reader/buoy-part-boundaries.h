/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A boundary may be a prefix of another one, or of a line of text. A line that starts with it is a delimiter by RFC
 * 2046 §5.1.1 and in Evolution; GMime requires the whole line to match. So the text after such a line is also read as a
 * part.
 */
#pragma once

#include "message/buoy-message.h"
#include "message/reader/buoy-part-walk.h"

/* Adds the parts after lines of @bytes that start with a boundary of an enclosing multipart to @readings, of
 * GMimeObject.
 */
void buoy_part_find_ambiguous (GPtrArray *readings, GBytes *bytes, BuoyMessage *message, BuoyPartWalk *walk);
