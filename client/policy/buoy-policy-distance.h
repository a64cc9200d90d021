/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which name a misspelt one is near to.
 */
#pragma once

#include <glib.h>

/* The one of @names that needs the fewest changes of letters to become @name; NULL if none is near. */
const char *buoy_policy_find_near (const char *const *names, const char *name);

/* For qsort() of a list of names. */
int buoy_policy_compare_names (const void *a, const void *b);
