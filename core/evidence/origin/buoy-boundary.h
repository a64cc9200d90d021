/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The trust boundary (RFC 8601 §1.2): which trace lines the receiving side wrote, and the names of its servers.
 */
#pragma once

#include "evidence/buoy-evidence.h"

struct _BuoyTrustBoundary
{
  const BuoyContext *context; /* (nullable) */
  GPtrArray *hosts;           /* of const char *: names of the receiving side in the newest trace lines */
  const BuoyReceivingSide
      *side;             /* learned from the account's mail; NULL if nothing was, or the configuration contradicts it */
  gboolean assumed;      /* neither a configured nor a learned server wrote the newest lines */
  gboolean passed_inner; /* the learned server received the message from the learned inner machine */
  const BuoyReceived
      *boundary_hop;  /* the line in which the receiving side accepted the message from outside; NULL if unknown */
  guint n_trusted;    /* leading Received lines that the receiving side wrote */
  guint header_index; /* of the last trusted line: fields below it may have been in the message when it was accepted */
};

/* Walks the trace from the top to the boundary hop. (transfer full): valid as long as @message and @context (nullable)
 */
BuoyTrustBoundary *buoy_boundary_new (const BuoyMessage *message, const BuoyContext *context);

/* The same with another @side than that of the context; NULL as if nothing was learned. */
BuoyTrustBoundary *buoy_boundary_new_with_side (const BuoyMessage *message, const BuoyContext *context,
                                                const BuoyReceivingSide *side);
void buoy_boundary_free (BuoyTrustBoundary *boundary);

/* Whether the reader or the organisation configured @ascii_host, or a host of the same provider, as a receiving server.
 */
gboolean buoy_boundary_is_configured (const BuoyTrustBoundary *boundary, const char *ascii_host);

/* Whether @ascii_host belongs to the receiving side: configured, or of the same provider as one of its hosts. */
gboolean buoy_boundary_has (const BuoyTrustBoundary *boundary, const char *ascii_host);

/* The authserv-id of the results right below the line of the boundary hop, in the form of buoy-hand-over.h, if the
 * account's mail taught that its server writes them; NULL if it did not.
 */
const char *buoy_boundary_get_learned_results (const BuoyTrustBoundary *boundary);

/* Whether nothing is known about the receiving side, neither from configuration nor from the trace. */
gboolean buoy_boundary_is_unknown (const BuoyTrustBoundary *boundary);

/* Whether the receiving side writes Authentication-Results without an authserv-id. */
gboolean buoy_boundary_omits_id (const BuoyTrustBoundary *boundary);

/* Whether a mail filter that the organisation uses passed the message on: a trusted line of the trace was written by
 * one of its servers, or names one as the client, by its looked-up name or a configured address.
 */
gboolean buoy_boundary_has_filter (const BuoyTrustBoundary *boundary, const BuoyMessage *message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyTrustBoundary, buoy_boundary_free)
