/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Text that a style sheet adds before or after an element (CSS Content 3 §2).
 */
#pragma once

#include <glib.h>
#include <gumbo.h>

/* The value of a declaration if it is one of "content". (transfer full) (nullable) */
char *buoy_css_content_find (const char *property, const char *value, const char *end);

/* Appends the text of the string from @p to @end, which begins with its quotation mark. */
void buoy_css_append_string (GString *out, const char *p, const char *end);

/* The text that such a value generates for @element: strings and attributes. (transfer full) */
char *buoy_css_content_text (const char *value, const GumboNode *element);
