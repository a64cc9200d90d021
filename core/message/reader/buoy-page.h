/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Attachments that are pages or messages by their type or file name, since programs use either. They are the only
 * attachments that are decoded, within a common limit.
 */
#pragma once

#include "message/buoy-message.h"
#include "message/mime/buoy-gmime.h"
#include "message/reader/buoy-part-walk.h"

/* Whether @part is such a page or message. */
gboolean buoy_page_is (GMimePart *part);

/* Adds @part to the pages or inner messages of @message; FALSE if it is another attachment, which stays encoded. */
gboolean buoy_page_read (BuoyMessage *message, GMimePart *part, BuoyPartWalk *walk, guint depth);
