/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Targets that are not in the wrapper table: the reader's own gateways, and sites that redirect to any address.
 */
#pragma once

#include "buoy-context-private.h"
#include "evidence/links/buoy-wrapper.h"

/* The wrapper name of a site that redirects. */
#define BUOY_REDIRECT "redirect"

/* Unwraps known wrappers and gateways of @context (nullable) repeatedly: the innermost URL, NULL if there is none.
 * @out_names (of const char *) gets the wrappers' names, outermost first; @out_opaque is set if the last one does not
 * reveal its target.
 */
BuoyUrl *buoy_redirect_follow (const BuoyContext *context, const BuoyUrl *url, GPtrArray *out_names,
                               gboolean *out_opaque);

/* Unwraps @url with a gateway of @context (nullable), as buoy_wrapper_open() does with the table. */
gboolean buoy_redirect_open_gateway (const BuoyContext *context, const BuoyUrl *url, BuoyWrapped *out_wrapped);

/* The only URL of another site in @url's query ("?url=https://…"); NULL: none, or several. The site decides where it
 * leads, so it excuses nothing.
 */
BuoyUrl *buoy_redirect_find (const BuoyUrl *url);

/* The same for any parameter name, "?referer=https://…": for display, not for judging. */
BuoyUrl *buoy_redirect_find_any (const BuoyUrl *url);

/* Where @url would lead if every site on the way redirected, known wrappers unwrapped; NULL: nowhere else. @out_names
 * as above.
 */
BuoyUrl *buoy_redirect_trace (const BuoyUrl *url, GPtrArray *out_names);
