/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The reader's own receiving side: whose Received lines and Authentication-Results count (RFC 8601 §5).
 */
#pragma once

#include "evidence/buoy-evidence.h"

typedef struct
{
  const GPtrArray *configured; /* of char *: the context's trusted hosts; NULL */
  GPtrArray *hosts;            /* of const char *: what the newest trace lines tell */
  gboolean assumed;            /* no configured host wrote the newest lines */
  const BuoyReceived
      *hand_over;  /* the line in which the side says who handed the message in; NULL */
  guint n_trusted; /* leading Received lines that the side wrote */
} BuoySide;

/* Walks the trace from its top to the hand-over. Never NULL; lives as long as the evidence's message. */
BuoySide *
buoy_side_new (const BuoyEvidence *evidence);
void
buoy_side_free (BuoySide *side);

/* Whether @ascii_host is of that side: a configured host or under it, or of the same house as one of its hosts. */
gboolean
buoy_side_has (const BuoySide *side, const char *ascii_host);

/* Nothing is known of the side, neither by configuration nor by a trace. */
gboolean
buoy_side_is_nobody (const BuoySide *side);

/* The side writes Authentication-Results without an authserv-id. */
gboolean
buoy_side_omits_id (const BuoySide *side);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoySide, buoy_side_free)
