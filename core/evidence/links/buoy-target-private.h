/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a link's text says about its target; for buoy-target.c.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* Sets the shown host, and the text that names it. */
void buoy_target_find_shown_host (BuoyTarget *target);

/* Whether the text is the redirecting URL itself, so that it shows as much as the link. */
gboolean buoy_target_shows_way (const BuoyTarget *target);

BuoyTargetState buoy_target_compare (const BuoyTarget *target);
