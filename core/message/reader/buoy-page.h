/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Attachments that are pages or messages, told by their type or their file name, whichever says so: programs go by
 * either. They are the only attachments that are decoded, up to a bound for all of them.
 */
#pragma once

#include "message/buoy-message.h"
#include "message/mime/buoy-gmime.h"
#include "message/reader/buoy-part-walk.h"

/* Whether @part is such a page or message. */
gboolean buoy_page_is (GMimePart *part);

/* Adds @part to the pages or the inner messages of @message; FALSE where it is an attachment that stays encoded. */
gboolean buoy_page_read (BuoyMessage *message, GMimePart *part, BuoyPartWalk *walk, guint depth);
