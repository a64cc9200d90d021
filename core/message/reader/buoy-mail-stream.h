/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The bytes of a message as GMime reads them. GMime has no limits and cannot be stopped, but it takes an end of its
 * stream at any place. So this stream ends when the budget is spent or the host cancels. Since GMime keeps an object
 * for each header field and each part, a hundred times their bytes, it also leaves out the middle of a message that has
 * too many of them, and of a header: what either begins and ends with is read all the same.
 */
#pragma once

#include "message/mime/buoy-gmime.h"
#include "message/reader/buoy-part-walk.h"

typedef struct
{
  gboolean parts;  /* the middle was left out, since there were too many fields and parts */
  gboolean fields; /* fields of a header were, or a piece of one, which may tell what a part is or who is named */
} BuoyMailCuts;

/* Parses @bytes, which must not change; (transfer full), NULL where it is no message. The parser ends early when the
 * budget is spent.
 */
GMimeMessage *buoy_mail_parse (GBytes *bytes, BuoyPartWalk *walk, BuoyMailCuts *out_cuts);

/* The same for a part with its header; (transfer full), nullable. */
GMimeObject *buoy_mail_parse_part (GBytes *bytes, BuoyPartWalk *walk);

/* What a stream of a parsed part holds, without a copy; (transfer full), NULL where it is empty. */
GBytes *buoy_mail_stream_get_bytes (GMimeStream *stream);
