/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Control characters in a page, which a browser keeps in texts and names, and does not show.
 */
#pragma once

#include <glib.h>

#include "base/buoy-budget.h"

/* Returns: (transfer full) (nullable): @html with a word joiner in place of each run of control characters; NULL if it
 * has none. gumbo replaces them by a character that is shown.
 */
char *buoy_html_join_at_controls (const char *html, gsize length, BuoyBudget *budget, gsize *out_length);
