/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * CSS as tokens (CSS Syntax 3 §4): where each ends, and what a piece of CSS says without comments and escapes.
 */
#pragma once

#include <glib.h>

/* The end of the name at @p (§4.3.11), escapes and all; @p where there is none. */
const char *buoy_css_skip_name (const char *p);

/* The end of the comment, string, url, name, function, bracket or single character at @p. Round and square brackets
 * are skipped with all that is in them, braces are single characters. Not to be called at the end of the text.
 */
const char *buoy_css_skip (const char *p);

/* White space and comments. */
const char *buoy_css_skip_blanks (const char *p);

/* The end of what the escape at @p stands for, which is appended. */
const char *buoy_css_append_escape (GString *out, const char *p);

/* What stands between @start and @end in lower case: comments dropped, escapes resolved, white space made one space,
 * strings and URLs emptied ("\"\"", "url()").
 */
char *buoy_css_normalize (const char *start, const char *end);
