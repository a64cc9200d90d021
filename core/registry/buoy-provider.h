/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Facts about mail providers: which names belong to the same provider, and how each one writes trace fields.
 */
#pragma once

#include <glib.h>

/* Whether both hosts have the same registrable domain, or names of the same provider. */
gboolean buoy_provider_is_same (const char *ascii_a, const char *ascii_b);

/* Whether @ascii_host is of a filtering service that organisations put in front of their own servers. */
gboolean buoy_provider_is_gateway (const char *ascii_host);

/* Where a provider adds its results, relative to its own Received line. */
typedef enum
{
  BUOY_RESULTS_ABOVE,       /* on top of the message, as RFC 8601 §5 suggests */
  BUOY_RESULTS_RIGHT_BELOW, /* Gmail: the first header field after its own line */
  BUOY_RESULTS_BELOW_TRACE  /* Proton: after the whole trace, before the author's header fields */
} BuoyResultsPlace;

BuoyResultsPlace buoy_provider_results_place (const char *ascii_host);

/* Whether @ascii_host writes Authentication-Results without an authserv-id, as Outlook.com does. */
gboolean buoy_provider_omits_id (const char *ascii_host);

/* Whether @ip is an address of Microsoft's own servers, which customers cannot use. */
gboolean buoy_provider_is_microsoft_inside (const char *ip);
