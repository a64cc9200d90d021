/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Pages with overlong tokens: a text, a comment or an attribute of megabytes. The tree builder cannot be stopped within
 * a token, so these are cut in the middle before it reads them. Embedded pictures, which are often that large, are
 * removed first.
 */
#pragma once

#include "message/html/buoy-html-reader.h"

/* Shortens each of @tokens, of BuoyHtmlToken, in the @length bytes of @html. Notes a limit if a reader would have seen
 * the rest of a token, and makes the page's styles doubtful if a style sheet is cut.
 *
 * Returns: (transfer full): the shorter page
 */
char *buoy_html_shorten (BuoyHtmlReader *reader, const char *html, gsize length, const GArray *tokens);
