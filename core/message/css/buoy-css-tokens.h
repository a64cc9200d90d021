/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * CSS tokens (CSS Syntax 3 §4): where each ends, and a normal form without comments and escapes.
 */
#pragma once

#include <glib.h>

/* Whether a string begins or ends with @c. */
gboolean buoy_css_is_quote (char c);

/* The end of the name at @p (§4.3.11), including escapes; @p if there is none. */
const char *buoy_css_skip_name (const char *p);

/* The end of the comment, string, url, name, function, bracket or single character at @p. Round and square brackets are
 * skipped with their content, braces are single characters. Must not be called at the end of the text.
 */
const char *buoy_css_skip (const char *p);

/* Skips white space and comments. */
const char *buoy_css_skip_blanks (const char *p);

/* Appends the character of the escape at @p; returns the position after it. */
const char *buoy_css_append_escape (GString *out, const char *p);

/* Splits the declaration from @start to @end, "name: value" (CSS Syntax 3 §5.5.6).
 *
 * @out_value: (out): what is behind the colon
 *
 * Returns: (transfer full) (nullable): the name, as buoy_css_normalize() makes it; NULL if it is no declaration
 */
char *buoy_css_split (const char *start, const char *end, const char **out_value);

/* Returns: (transfer full): the text from @start to @end in lower case: comments dropped, escapes resolved, white space
 * squeezed, strings and URLs emptied ("\"\"", "url()")
 */
char *buoy_css_normalize (const char *start, const char *end);
