/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What "content" in a rule for ::before or ::after shows.
 */
#pragma once

#include <gumbo.h>

/* Its value in a list of declarations; (transfer full), NULL. */
char *buoy_css_content_find (const char *declarations);

/* The text that it is at @element; (transfer full). */
char *buoy_css_content_text (const char *value, const GumboNode *element);
