/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Letters that are written apart, as in "T E M U".
 */
#pragma once

#include <glib.h>

/* Joins such letters: "T E M U", "P.a.y.P.a.l", "え き ね っ と".
 *
 * Returns: (transfer full) (nullable): the name with them joined; NULL if there are none
 */
char *buoy_spaced_letters_join (const char *name);
