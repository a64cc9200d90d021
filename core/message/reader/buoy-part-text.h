/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A text that a mail program shows as part of the message: a page or a plain text.
 */
#pragma once

#include "message/buoy-message.h"
#include "message/mime/buoy-gmime.h"
#include "message/reader/buoy-part-walk.h"

/* Adds what @part shows; (transfer full), of GMimeObject: parts that some programs find in its text. */
GPtrArray *buoy_part_read_text (BuoyMessage *message, GMimePart *part, BuoyPartWalk *walk);

/* Has the links from @first on excuse nothing, since they are shown in one of several ways. */
void buoy_part_doubt_links (BuoyMessage *message, guint first);
