/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a link's text says of its target; for buoy-target.c.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* Sets the shown host, and what names it. */
void buoy_target_find_shown_host (BuoyTarget *target);

/* Whether the text is the URL that goes on to another site, so that it says no more than the link does. */
gboolean buoy_target_shows_way (const BuoyTarget *target);

BuoyTargetState buoy_target_compare (const BuoyTarget *target);
