/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the details of a message say beside its notice and its story.
 */
#pragma once

#include "bellbuoy.h"

/* What to do, with or without a warning. */
const char *buoy_details_advise (BuoyNotice *notice);

/* The level, if what is warned of is the server that handed the message in. */
BuoyLevel buoy_details_get_origin_level (BuoyNotice *notice);

/* All of it as text for people, several lines; (transfer full). */
char *buoy_details_to_text (BuoyNotice *notice);
