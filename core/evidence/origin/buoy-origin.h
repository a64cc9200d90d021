/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Who handed the message in, and whether that is the sender's own server.
 */
#pragma once

#include "evidence/buoy-evidence.h"
#include "evidence/origin/buoy-boundary.h"

/* Reads all of the origin except for state and via_list from the trace of @message. Points into @message and @boundary.
 */
BuoyOrigin buoy_origin_trace (const BuoyMessage *message, const BuoyTrustBoundary *boundary);

/* The state of the origin: by the trace, the authentication, and whether the message came through a list. */
BuoyOriginState buoy_origin_judge (const BuoyEvidence *evidence);

/* Whether only the client's own word speaks for it being a server of From's domain: a HELO name, or a reverse name that
 * does not resolve back.
 */
gboolean buoy_origin_is_claimed (const BuoyEvidence *evidence);
