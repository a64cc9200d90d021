/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Kinds of HTML elements, as far as a reader notices them.
 */
#pragma once

#include <glib.h>
#include <gumbo.h>

/* Elements without anything that is shown (HTML §15.3.1). */
gboolean buoy_html_tag_is_silent (GumboTag tag);

/* Elements that show something else than the text in them: a player, a bar, a window that is not open. */
gboolean buoy_html_has_fallback (const GumboNode *element);

/* Elements that show all that is in them in some states only, or only in part. */
gboolean buoy_html_tag_is_doubtful (GumboTag tag);

/* Elements that flow within a line; all others stand on lines of their own. */
gboolean buoy_html_tag_is_inline (GumboTag tag);

/* How an element is opened and closed (HTML §13.2.4.2 and §13.2.6.4.7). */
typedef enum
{
  BUOY_HTML_NEVER,      /* holds nothing, or its end tag is left out and supplied */
  BUOY_HTML_PART,       /* of a table: the same */
  BUOY_HTML_CELL,       /* of a table: the same, and it keeps formatting of its own */
  BUOY_HTML_INLINE,     /* closed by what is around it; unknown tags too */
  BUOY_HTML_FORMATTING, /* the same, but opened again behind it */
  BUOY_HTML_BLOCK,      /* not closed by something inline around it */
  BUOY_HTML_SCOPE,      /* not closed by a block around it either */
  BUOY_HTML_ALONE,      /* the same, and it closes nothing but what is inline */
  BUOY_HTML_FOREIGN,    /* not of HTML (SVG, MathML) */
  BUOY_HTML_TEXT        /* holds nothing but text */
} BuoyHtmlNesting;

BuoyHtmlNesting buoy_html_tag_nesting (GumboTag tag);

/* Tags that can stand in a picture or formula without ending it. */
gboolean buoy_html_tag_is_foreign (GumboTag tag);

/* Whether @element is written <@name>, in lower case, known to HTML or not. */
gboolean buoy_html_tag_is (const GumboNode *element, const char *name);

/* An attribute's value; NULL. */
const char *buoy_html_attribute (const GumboNode *element, const char *name);
