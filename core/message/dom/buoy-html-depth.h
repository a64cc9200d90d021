/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Scans the tags before the tree is built. Building takes time proportional to the depth, to the formatting elements
 * that are reopened in each block (HTML §13.2.4.3), and to the square of a tag's attributes. These are counted here as
 * the tree builder does, or overestimated if that is uncertain. A page with endless nesting is parsed in pieces, and
 * the budget for each piece is spent before its tree is built.
 */
#pragma once

#include "base/buoy-budget.h"

/* How many bytes of @html to parse in one piece, so that its nesting stays below BUOY_MAX_HTML_DEPTH; at least 1.
 * Spends the cost caused by the tree's depth, not by its size. Overlong tokens of the piece are appended to
 * @long_tokens, of BuoyHtmlToken.
 */
gsize buoy_html_piece_length (const char *html, gsize length, BuoyBudget *budget, GArray *long_tokens);
