/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Text that a style sheet puts before or behind an element (CSS Content 3 §2).
 */
#pragma once

#include <gumbo.h>

/* The value of "content" where that is the declaration from @start to @end; (transfer full), NULL. */
char *buoy_css_content_find (const char *start, const char *end);

/* The text that such a value makes of @element: strings and attributes; (transfer full). */
char *buoy_css_content_text (const char *value, const GumboNode *element);
