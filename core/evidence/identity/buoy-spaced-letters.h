/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Letters that are written apart, as in "T E M U".
 */
#pragma once

#include <glib.h>

/* Joins such letters, whatever signs are between them: "T E M U", "P.a.y.P.a.l", "[T][E][M][U]", "え き ね っ と", "楽 天".
 *
 * Returns: (transfer full) (nullable): the name with them joined; NULL if there are none
 */
char *buoy_spaced_letters_join (const char *name);

/* What follows a person's initials at the start of @name: "janssen" in "d.h.l. janssen"; NULL if it has none.
 * (nullable)
 */
const char *buoy_spaced_letters_skip_initials (const char *name);
