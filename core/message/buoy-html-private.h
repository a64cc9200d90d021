/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the HTML files share. The only header that includes gumbo.
 */
#pragma once

#include <glib.h>
#include <gumbo.h>

/* Elements without anything that is shown. */
gboolean buoy_html_tag_is_silent (GumboTag tag);

/* Elements that flow within a line; all others stand on lines of their own. */
gboolean buoy_html_tag_is_inline (GumboTag tag);

/* Elements that hold nothing, or whose end tag pages leave out and the tree builder supplies. */
gboolean buoy_html_tag_does_not_nest (GumboTag tag);

/* How much of @html is read in one piece: its nesting stays below BUOY_MAX_HTML_DEPTH. At least 1. */
gsize buoy_html_piece_length (const char *html, gsize length);

/* The tree of a piece of a page; NULL where it would be far larger than the piece. */
typedef struct _BuoyHtmlTree BuoyHtmlTree;

BuoyHtmlTree *buoy_html_tree_new (const char *html, gsize length);
void buoy_html_tree_free (BuoyHtmlTree *tree);
const GumboNode *buoy_html_tree_get_root (const BuoyHtmlTree *tree);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyHtmlTree, buoy_html_tree_free)

/* Classes, ids and tags that a page's own style sheets hide. */
typedef struct
{
  GHashTable *tags;
  GHashTable *classes;
  GHashTable *ids;
} BuoyHiddenSelectors;

void buoy_hidden_selectors_init (BuoyHiddenSelectors *selectors);
void buoy_hidden_selectors_clear (BuoyHiddenSelectors *selectors);
void buoy_hidden_selectors_add_sheet (BuoyHiddenSelectors *selectors, const char *css);

/* Whether @element (an element node) shows nothing to a reader, its ancestors aside. */
gboolean buoy_html_is_hidden (const GumboNode *element, const BuoyHiddenSelectors *selectors);

/* An attribute's value; NULL. */
const char *buoy_html_attribute (const GumboNode *element, const char *name);

/* What stands on a button: an <input>'s value, or the text in a <button>; (transfer full). */
char *buoy_html_button_label (const GumboNode *element);

/* Whether a button sends its form; a <button> does unless it says otherwise (HTML §4.10.6). */
gboolean buoy_html_submits (const GumboNode *element);

/* Where a <meta http-equiv="refresh" content="0; url=…"> goes; (transfer full), NULL for any other. */
char *buoy_html_refresh_target (const GumboNode *element);
