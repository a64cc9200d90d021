/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The words where there is no verdict.
 */
#pragma once

#include "bellbuoy.h"

/* Why, half a sentence. */
const char *buoy_unjudged_explain (const GError *error);

/* Whether its sender has built the message so; then it is warned of with the headline and the advice. */
gboolean buoy_unjudged_is_evasion (const GError *error);
const char *buoy_unjudged_get_headline (void);
const char *buoy_unjudged_advise (void);

/* That it could not be judged, and @why; (transfer full). */
char *buoy_unjudged_tell (const char *why);
