/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The bytes of a message as GMime reads them. GMime has no limits and cannot be cancelled, but it accepts that its
 * stream ends anywhere. So this stream ends when the budget is spent or the host cancels. GMime keeps objects of up to
 * a hundred times their bytes for each header field and part. So the stream also leaves out the middle of a message or
 * a header with too many of them; the beginning and the end of both are still read.
 */
#pragma once

#include "message/mime/buoy-gmime.h"
#include "message/reader/buoy-part-walk.h"

typedef struct
{
  gboolean parts;  /* the middle of the message was left out, since it had too many fields and parts */
  gboolean fields; /* fields, or a piece of one, were left out that may change what a part is or who is named */
} BuoyMailCuts;

/* Parses @bytes, which must not change. The parser ends early when the budget is spent.
 *
 * Returns: (transfer full) (nullable): the message; NULL if GMime finds none
 */
GMimeMessage *buoy_mail_parse (GBytes *bytes, BuoyPartWalk *walk, BuoyMailCuts *out_cuts);

/* The same for a part with its header. (transfer full) (nullable) */
GMimeObject *buoy_mail_parse_part (GBytes *bytes, BuoyPartWalk *walk);

/* Returns: (transfer full) (nullable): the bytes of a parsed part's stream, without a copy; NULL if it is empty, or not
 * a stream of this type
 */
GBytes *buoy_mail_stream_get_bytes (GMimeStream *stream);
