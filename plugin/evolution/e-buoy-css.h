/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Appends @text as a CSS string (CSS Syntax 3 §4.3.5): quotes, backslashes and control characters, which the mail may
 * contain, are escaped.
 */
void e_buoy_css_append_string (GString *css, const char *text);
