/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * First-person phrases: how a company addresses its customers. A phrase matches if its words come right before and
 * right after the name.
 */
#pragma once

#include "registry/buoy-brands.h"

/* Whether the words around @match show that the brand itself writes: "your X account", "© X". */
gboolean buoy_words_are_first_person (const char *folded, const BuoyBrandMatch *match);
