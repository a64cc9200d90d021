/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Parts within a plain text, without MIME: files in uuencode or yEnc, which some programs show as attachments, and text
 * that starts with "Content-Type:", which Evolution shows as a part of that type, at the start and after each block of
 * PGP, BinHex or PostScript.
 */
#pragma once

#include "message/buoy-message.h"
#include "message/mime/buoy-gmime.h"
#include "message/reader/buoy-part-walk.h"

/* Returns: (transfer full) (element-type GMimeObject): the parts in @bytes, a decoded text; usually empty */
GPtrArray *buoy_inline_parts_find (BuoyMessage *message, GBytes *bytes, BuoyPartWalk *walk);
