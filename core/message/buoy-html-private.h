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

/* How much of @html can be given to the tree builder: its nesting stays below BUOY_MAX_HTML_DEPTH. */
gsize buoy_html_safe_length (const char *html, gsize length);

/* Classes and ids that a page's own style sheets hide. */
typedef struct
{
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
