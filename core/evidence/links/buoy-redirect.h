/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Targets that are not in the wrapper table: the reader's own gateways, and sites that redirect to any address.
 */
#pragma once

#include "buoy-context-private.h"
#include "evidence/links/buoy-wrapper.h"

/* The wrapper name of a site that redirects. */
#define BUOY_REDIRECT "redirect"

/* Unwraps known wrappers and gateways of @context (nullable) repeatedly. Adds the names of the wrappers to @out_names,
 * of const char *, outermost first, and sets *@out_opaque to TRUE if the last one does not reveal its target.
 *
 * Returns: (transfer full) (nullable): the innermost URL; NULL if @url is not wrapped
 */
BuoyUrl *buoy_redirect_follow (const BuoyContext *context, const BuoyUrl *url, GPtrArray *out_names,
                               gboolean *out_opaque);

/* Unwraps @url with a gateway of @context (nullable), as buoy_wrapper_open() does with the table. */
gboolean buoy_redirect_open_gateway (const BuoyContext *context, const BuoyUrl *url, BuoyWrapped *out_wrapped);

/* The URL of another site in the query of @url ("?url=https://…"); NULL if there is none, or several sites. Where the
 * link leads is up to the site of @url, so the result excuses nothing. (transfer full)
 */
BuoyUrl *buoy_redirect_find (const BuoyUrl *url);

/* The same for any parameter name, "?referer=https://…". (transfer full) (nullable) */
BuoyUrl *buoy_redirect_find_any (const BuoyUrl *url);

/* The URL to which @url would lead if every site on the way redirected, with known wrappers unwrapped; NULL if that is
 * @url itself. Adds to @out_names as buoy_redirect_follow() does. (transfer full)
 */
BuoyUrl *buoy_redirect_trace (const BuoyUrl *url, GPtrArray *out_names);
