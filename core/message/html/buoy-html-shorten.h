/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Pages with overlong tokens: a text, a comment or an attribute of megabytes. The tree builder cannot be stopped within
 * a token, so these are cut in the middle before it reads them; embedded pictures, which may well be that large, are
 * taken out first.
 */
#pragma once

#include "message/html/buoy-html-reader.h"

/* Returns the @length bytes of @html with each of @tokens (of BuoyHtmlToken) shortened; (transfer full). Notes a limit
 * for what a reader would have seen, and doubts the page's style if a style sheet is cut.
 */
char *buoy_html_shorten (BuoyHtmlReader *reader, const char *html, gsize length, const GArray *tokens);
