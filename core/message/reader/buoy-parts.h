/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Walks the MIME tree: texts and pages are decoded up to a limit, messages become inner messages, everything else is an
 * attachment.
 */
#pragma once

#include "message/buoy-message.h"
#include "message/mime/buoy-gmime.h"
#include "message/reader/buoy-part-walk.h"

/* Adds texts, links, inner messages and attachments of @entity. */
void buoy_parts_read (BuoyMessage *message, GMimeMessage *entity, BuoyPartWalk *walk, guint depth);
