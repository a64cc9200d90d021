/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The parse tree of a page in an arena with a size limit: a few bytes of markup can make gumbo repeat thousands of
 * elements (HTML §13.2.4.3, formatting that is reconstructed in each paragraph), and freeing a deep tree recursively
 * takes stack. A tree that grows too large is abandoned and freed as a whole. Gumbo has no way to cancel it, but it
 * allocates memory for every node, so it is stopped in the allocator.
 */
#pragma once

#include <gumbo.h>

#include "base/buoy-budget.h"
#include "message/buoy-message.h"

#define BUOY_MAX_TREE_DEPTH \
  (4 * BUOY_MAX_HTML_DEPTH) /* including elements added by the tree builder; each takes stack */

/* The tree of a piece of a page; NULL if it would be far larger than the piece, or if the budget is spent. */
typedef struct _BuoyHtmlTree BuoyHtmlTree;

BuoyHtmlTree *buoy_html_tree_new (const char *html, gsize length, BuoyBudget *budget);

void buoy_html_tree_free (BuoyHtmlTree *tree);

const GumboNode *buoy_html_tree_get_root (const BuoyHtmlTree *tree);

typedef void (*BuoyCommentFunc) (const char *comment, gpointer data);

/* The comments before or after the root. */
void buoy_html_tree_foreach_outer_comment (const BuoyHtmlTree *tree, BuoyCommentFunc func, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyHtmlTree, buoy_html_tree_free)
