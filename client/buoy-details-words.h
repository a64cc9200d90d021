/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Texts of the details in addition to the notice and the story.
 */
#pragma once

#include "bellbuoy.h"

/* What to do, with or without a warning. */
const char *buoy_details_advise (BuoyNotice *notice);

/* The level, if the warning is about the boundary hop's server. */
BuoyLevel buoy_details_get_origin_level (BuoyNotice *notice);

/* Everything as text, several lines; (transfer full). */
char *buoy_details_to_text (BuoyNotice *notice);
