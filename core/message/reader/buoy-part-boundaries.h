/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A boundary may be a prefix of another one, or of a line of text. A line that starts with it is a delimiter by RFC
 * 2046 §5.1.1 and in Evolution; GMime requires the whole line to match. So the text after such a line is read as a
 * part, too.
 */
#pragma once

#include "message/buoy-message.h"
#include "message/reader/buoy-part-walk.h"

/* Adds, of GMimeObject, the parts after lines of @bytes that only start with a boundary of an enclosing multipart. RFC
 * 2046 §5.1.1 and Evolution take them for the boundary, GMime for text.
 */
void buoy_part_find_ambiguous (GPtrArray *readings, GBytes *bytes, BuoyMessage *message, BuoyPartWalk *walk);
