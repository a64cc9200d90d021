/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The trust boundary (RFC 8601 §1.2): how far down the trace the reader's own side wrote, and by what names it goes.
 */
#pragma once

#include "evidence/buoy-evidence.h"

struct _BuoyTrustBoundary
{
  const BuoyContext *context;       /* NULL */
  GPtrArray *hosts;                 /* of const char *: what the newest trace lines call the side */
  gboolean assumed;                 /* no configured host wrote the newest lines */
  const BuoyReceived *boundary_hop; /* the line in which the side says who handed the message in; NULL */
  guint n_trusted;                  /* leading Received lines that the side wrote */
  guint header_index;               /* header fields from here on were there before the side took the message in */
};

/* Walks the trace from its top to the hand-over. Never NULL; lives as long as @message and @context. */
BuoyTrustBoundary *buoy_boundary_new (const BuoyMessage *message, const BuoyContext *context);
void buoy_boundary_free (BuoyTrustBoundary *boundary);

/* Whether the reader or the organisation named @ascii_host, or a host of its house, as a receiving server. */
gboolean buoy_boundary_is_configured (const BuoyTrustBoundary *boundary, const char *ascii_host);

/* Whether @ascii_host is of the side: configured, or of the same house as one of its hosts. */
gboolean buoy_boundary_has (const BuoyTrustBoundary *boundary, const char *ascii_host);

/* Nothing is known of the side, neither by configuration nor by a trace. */
gboolean buoy_boundary_is_unknown (const BuoyTrustBoundary *boundary);

/* The side writes Authentication-Results without an authserv-id. */
gboolean buoy_boundary_omits_id (const BuoyTrustBoundary *boundary);

/* A mail filter that the organisation hired handed the message on: one of its servers wrote a line of the trusted part
 * of the trace, or was looked up there.
 */
gboolean buoy_boundary_has_filter (const BuoyTrustBoundary *boundary, const BuoyMessage *message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyTrustBoundary, buoy_boundary_free)
