/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A page's tree in memory of its own, with a bound: a few bytes of markup can make the tree builder repeat thousands
 * of elements (HTML §13.2.4.3, formatting that is reconstructed in each paragraph), and freeing a deep tree node by
 * node takes stack by its depth. Here a tree that grows too large is given up, and all of it is freed at once. The tree
 * builder knows of no budget, but it allocates with all that it does, and so is stopped there.
 */
#pragma once

#include <gumbo.h>

#include "base/buoy-budget.h"
#include "message/buoy-message.h"

#define BUOY_MAX_TREE_DEPTH (4 * BUOY_MAX_HTML_DEPTH) /* with elements that the tree builder adds; each takes stack */

/* The tree of a piece of a page; NULL where it would be far larger than the piece, or the budget is spent. */
typedef struct _BuoyHtmlTree BuoyHtmlTree;

BuoyHtmlTree *buoy_html_tree_new (const char *html, gsize length, BuoyBudget *budget);

void buoy_html_tree_free (BuoyHtmlTree *tree);

const GumboNode *buoy_html_tree_get_root (const BuoyHtmlTree *tree);

typedef void (*BuoyCommentFunc) (const char *comment, gpointer data);

/* The comments that stand before or behind the root. */
void buoy_html_tree_foreach_outer_comment (const BuoyHtmlTree *tree, BuoyCommentFunc func, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyHtmlTree, buoy_html_tree_free)
