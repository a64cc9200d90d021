/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Texts for when there is no verdict.
 */
#pragma once

#include "bellbuoy.h"

/* The reason, a short phrase. */
const char *buoy_unjudged_explain (const GError *error);

/* Whether the sender built the message to prevent the check; if so, show a warning with the headline and the advice. */
gboolean buoy_unjudged_is_evasion (const GError *error);

/* Whether the program that reads messages does not work, so that no other message can be read either. */
gboolean buoy_unjudged_is_failure (const GError *error);
const char *buoy_unjudged_get_headline (void);
const char *buoy_unjudged_advise (void);

/* States that the message could not be judged, and @why. (transfer full) */
char *buoy_unjudged_tell (const char *why);
