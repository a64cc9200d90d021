/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A text that a mail program shows as part of the message: a page or a plain text.
 */
#pragma once

#include "message/buoy-message.h"
#include "message/mime/buoy-gmime.h"
#include "message/reader/buoy-part-walk.h"

/* Adds the text and the links of @part.
 *
 * Returns: (transfer full) (element-type GMimeObject): parts that some programs find in its text
 */
GPtrArray *buoy_part_read_text (BuoyMessage *message, GMimePart *part, BuoyPartWalk *walk);

/* Marks the links from @first on as not certainly visible, so that they excuse nothing: which of several readings is
 * shown is unknown.
 */
void buoy_part_doubt_links (BuoyMessage *message, guint first);
