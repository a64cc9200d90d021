/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How white space in a page is displayed (CSS Text 3 §4.1).
 */
#pragma once

#include <glib.h>

/* Appends @text with each run of white space collapsed to one space, or dropped after a space or a line break. */
void buoy_html_append_collapsed (GString *out, const char *text);

/* Appends a line break, unless there is one or @out is empty. */
void buoy_html_break_line (GString *out);
