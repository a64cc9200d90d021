/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the text of a link says about its target; for buoy-target.c.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* Sets the host that the text of the link names, or else its title, which a reader sees on hovering. */
void buoy_target_find_shown_host (BuoyTarget *target);

/* The host that the text of the link names and that is not @host's; NULL if it names no other. (transfer full) */
char *buoy_target_find_another (const BuoyTarget *target, const char *host);

/* Whether the text is the redirecting URL itself, so that it shows where the link leads. */
gboolean buoy_target_shows_way (const BuoyTarget *target);

BuoyTargetState buoy_target_compare (const BuoyTarget *target);
