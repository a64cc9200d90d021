/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Facts about mail providers that no message tells: which names are one house, and how each writes its trace.
 */
#pragma once

#include <glib.h>

/* Whether both hosts are under one registrable domain, or under names of one provider. */
gboolean buoy_provider_is_same (const char *ascii_a, const char *ascii_b);

/* A filtering service that organisations put in front of their own servers. */
gboolean buoy_provider_is_gateway (const char *ascii_host);

/* Where a provider's results stand, against the Received line in which it took the message in. */
typedef enum
{
  BUOY_RESULTS_ABOVE,       /* as a server adds what it knows: on top (RFC 8601 §5) */
  BUOY_RESULTS_RIGHT_BELOW, /* Gmail: the first header field behind its own line */
  BUOY_RESULTS_BELOW_TRACE  /* Proton: behind the whole trace, before the author's header fields */
} BuoyResultsPlace;

BuoyResultsPlace buoy_provider_results_place (const char *ascii_host);

/* Outlook.com writes Authentication-Results without an authserv-id. */
gboolean buoy_provider_omits_id (const char *ascii_host);

/* An address of Microsoft's own, from which no customer can connect. */
gboolean buoy_provider_is_microsoft_inside (const char *ip);
