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

/* Whether it is the program that reads messages, or this machine, and not the message. No other message can be read
 * either: with some of these errors for good, with a shortage or while the program is started again for a moment.
 * Whoever reads many messages stops at all of them, because each message after it might be left out.
 */
gboolean buoy_unjudged_is_failure (const GError *error);
const char *buoy_unjudged_get_headline (void);
const char *buoy_unjudged_advise (void);

/* States that the message could not be judged, and @why. (transfer full) */
char *buoy_unjudged_tell (const char *why);
