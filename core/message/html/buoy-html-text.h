/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How white space in a page is shown (CSS Text 3 §4.1).
 */
#pragma once

#include <glib.h>

/* White space becomes one space, and none goes where there is one. */
void buoy_html_append_collapsed (GString *out, const char *text);

void buoy_html_break_line (GString *out);
