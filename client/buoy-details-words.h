/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Texts of the details in addition to the notice and the story.
 */
#pragma once

#include "bellbuoy.h"

/* The advice, with or without a warning. (transfer none) */
const char *buoy_details_advise (BuoyNotice *notice);

/* The level, if the warning is about the boundary hop's server. */
BuoyLevel buoy_details_get_origin_level (BuoyNotice *notice);

/* All details as several lines of text. (transfer full) */
char *buoy_details_to_text (BuoyNotice *notice);
