/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How white space in a page is displayed (CSS Text 3 §4.1).
 */
#pragma once

#include <glib.h>

/* Collapses white space to one space, and drops it after a space. */
void buoy_html_append_collapsed (GString *out, const char *text);

void buoy_html_break_line (GString *out);
