/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The phrases in which a text speaks as a company to its customer. One table; a row fits where its words stand right
 * before and right after the name.
 */
#pragma once

#include "registry/buoy-brands.h"

/* Whether the text around the name from @start to @end speaks in its voice: "your X account", "© X". */
gboolean buoy_words_are_first_person (const char *folded, const BuoyBrandMatch *match);
