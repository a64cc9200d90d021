/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The reader's own receiving side: whose Received lines and Authentication-Results count (RFC 8601 §5).
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* The host that stands for the side: configured, else the newest trace line's "by". NULL: nothing is known. */
typedef struct
{
  const GPtrArray *hosts; /* configured ones, of char *; NULL */
  const char *host;       /* inferred; NULL */
} BuoySide;

BuoySide buoy_side_of (const BuoyEvidence *evidence);

/* Whether @ascii_host is of that side: a configured host or under it; the same organisation or provider as the
 * inferred one.
 */
gboolean buoy_side_has (const BuoySide *side, const char *ascii_host);

/* Whether the side writes Authentication-Results without an authserv-id, as Outlook.com does. */
gboolean buoy_side_omits_id (const BuoySide *side);

/* Whether @line was handed over within the side: the peer is of it, private, or no network was between. */
gboolean buoy_side_is_inner_hop (const BuoySide *side, const BuoyReceived *line);
