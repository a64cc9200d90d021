/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Who handed the message in, and whether that is the sender's own server.
 */
#pragma once

#include "evidence/buoy-evidence.h"
#include "evidence/origin/buoy-boundary.h"

/* What the trace of @message says at @boundary: all but the state and via_list. Points into both. */
BuoyOrigin buoy_origin_trace (const BuoyMessage *message, const BuoyTrustBoundary *boundary);

/* The state, from the trace, the authentication and whether it came by way of a list. */
BuoyOriginState buoy_origin_judge (const BuoyEvidence *evidence);
