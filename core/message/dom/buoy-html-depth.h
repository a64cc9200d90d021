/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A look at the tags before the tree is built. Building it takes time by its depth, by the formatting that is still to
 * be repeated in each block (HTML §13.2.4.3), and by the square of a tag's attributes. Here they are counted as the
 * tree builder does, or too high where that is not sure: a page that nests without end is read in pieces, and what
 * each piece costs is spent before it is built.
 */
#pragma once

#include "base/buoy-budget.h"

/* How much of @html is read in one piece: its nesting stays below BUOY_MAX_HTML_DEPTH. At least 1. What its tree costs
 * by its depth is spent; what it costs by its size is not.
 */
gsize buoy_html_piece_length (const char *html, gsize length, BuoyBudget *budget);
