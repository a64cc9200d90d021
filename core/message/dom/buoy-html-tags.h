/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Kinds of HTML elements, by what a reader sees of them.
 */
#pragma once

#include <glib.h>
#include <gumbo.h>

/* Elements that are not rendered (HTML §15.3.1). */
gboolean buoy_html_tag_is_silent (GumboTag tag);

/* Elements that show something other than their content: a player, a frame, a bar. */
gboolean buoy_html_has_fallback (const GumboNode *element);

/* Elements that show their content only in some states, or only in part. */
gboolean buoy_html_tag_is_doubtful (GumboTag tag);

/* Elements that flow within a line; all others start a new one. */
gboolean buoy_html_tag_is_inline (GumboTag tag);

/* How an element is opened and closed (HTML §13.2.4.2 and §13.2.6.4.7). */
typedef enum
{
  BUOY_HTML_NEVER,      /* void, or its end tag is implied */
  BUOY_HTML_PART,       /* part of a table: the same */
  BUOY_HTML_CELL,       /* table cell: the same, with its own formatting */
  BUOY_HTML_INLINE,     /* closed implicitly by its ancestors; unknown tags too */
  BUOY_HTML_FORMATTING, /* the same, but reopened afterwards */
  BUOY_HTML_BLOCK,      /* not closed by inline ancestors */
  BUOY_HTML_SCOPE,      /* not closed by block ancestors either */
  BUOY_HTML_ALONE,      /* the same, and closes only inline elements */
  BUOY_HTML_FOREIGN,    /* SVG, MathML */
  BUOY_HTML_TEXT        /* contains only text */
} BuoyHtmlNesting;

BuoyHtmlNesting buoy_html_tag_nesting (GumboTag tag);

/* Tags that can be in SVG or MathML without ending it. */
gboolean buoy_html_tag_is_foreign (GumboTag tag);

/* Whether @element is a <@name>, in lower case; HTML need not know it. */
gboolean buoy_html_tag_is (const GumboNode *element, const char *name);

/* The value of an attribute; NULL if there is none. */
const char *buoy_html_attribute (const GumboNode *element, const char *name);

/* The value of "href", or of the older "xlink:href" of a drawing; NULL if there is none. */
const char *buoy_html_href (const GumboNode *element);

/* Whether @node is a declarative shadow root, whose content is shown (HTML §4.12.3) except by older programs. */
gboolean buoy_html_is_shadow_root (const GumboNode *node);
