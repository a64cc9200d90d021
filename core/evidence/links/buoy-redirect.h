/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Targets that no table knows: the reader's own gateways, and sites that send a visitor on to any address.
 */
#pragma once

#include "buoy-context-private.h"
#include "evidence/links/buoy-wrapper.h"

/* Among the names of wrappers: a site that sends its visitors on. */
#define BUOY_REDIRECT "redirect"

/* Opens known wrappers and gateways of @context (nullable), one in another: the innermost URL, NULL where there is none
 * @out_names (of const char *) gets what was opened, outermost first; @out_opaque is set where the last tells nothing.
 */
BuoyUrl *buoy_redirect_follow (const BuoyContext *context, const BuoyUrl *url, GPtrArray *out_names,
                               gboolean *out_opaque);

/* Opens @url by a gateway of @context (nullable), as buoy_wrapper_open() does by the table. */
gboolean buoy_redirect_open_gateway (const BuoyContext *context, const BuoyUrl *url, BuoyWrapped *out_wrapped);

/* The one URL of another site that @url's query hands on ("?url=https://…"); NULL: none, or several. Where it leads is
 * for the site to say, so it excuses nothing.
 */
BuoyUrl *buoy_redirect_find (const BuoyUrl *url);

/* The same under whatever name it stands, "?referer=https://…": what can be told, not what can be judged. */
BuoyUrl *buoy_redirect_find_any (const BuoyUrl *url);

/* Where @url would lead if every site on the way sent its visitors on, known wrappers opened; NULL: nowhere else.
 * @out_names as above.
 */
BuoyUrl *buoy_redirect_trace (const BuoyUrl *url, GPtrArray *out_names);
