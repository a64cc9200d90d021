/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Finds the name that was meant by a misspelt one.
 */
#pragma once

#include <glib.h>

/* The name in @names with the smallest edit distance from @name; NULL if none is close. */
const char *buoy_policy_find_near (const char *const *names, const char *name);

/* Compares names for qsort(). */
int buoy_policy_compare_names (const void *a, const void *b);
