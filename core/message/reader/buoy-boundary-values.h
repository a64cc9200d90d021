/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A boundary parameter may be written so that programs read different boundaries: several times, unquoted with
 * characters that need quotes, with a comment, an encoded word, or encoded as in RFC 2231.
 */
#pragma once

#include "base/buoy-budget.h"

#define BUOY_MAX_BOUNDARY_VALUES 8 /* of one part */

/* Adds the boundaries that programs may read in the value of a Content-Type field to @values, of char *, without
 * duplicates.
 */
void buoy_boundary_add_values (GPtrArray *values, const char *content_type, BuoyBudget *budget);
