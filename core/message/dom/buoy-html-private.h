/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the HTML files share. The only header that includes gumbo.
 */
#pragma once

#include <glib.h>
#include <gumbo.h>

#include "base/buoy-budget.h"
#include "message/css/buoy-css-sheet.h"
#include "message/buoy-message.h"
#include "message/html/buoy-readings.h"

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

/* How much of @html is read in one piece: its nesting stays below BUOY_MAX_HTML_DEPTH. At least 1. What its tree costs
 * by its depth is spent; what it costs by its size is not.
 */
gsize buoy_html_piece_length (const char *html, gsize length, BuoyBudget *budget);

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

#define BUOY_MAX_COLORS 4 /* that one text may have */

/* The colours that a text or its background has, or may have. */
typedef struct
{
  guint32 colors[BUOY_MAX_COLORS];
  guint n;
  gboolean may_be_any;
} BuoyColors;

/* How the text of an element looks; inherited but for the first. */
typedef struct
{
  gboolean breaks;           /* a line begins and ends with it */
  BuoyVisibility box;        /* of it and all in it */
  BuoyVisibility visibility; /* the property, which what is in it may set again */
  BuoyVisibility font;       /* by its size, which too */
  double font_px;
  double root_px;            /* of the page */
  double opacity;
  gboolean is_small;         /* it or what it stands in is next to nothing */
  gboolean overflows_hidden; /* and what does not fit is not shown */
  gboolean rtl;
  gboolean reversed;         /* from right to left, whatever its letters */
  BuoyColors ink;
  BuoyColors link_ink;       /* of links in it */
  BuoyColors paper;
} BuoyLook;

/* @box: of the whole page. */
void buoy_look_init (BuoyLook *look, BuoyVisibility box);

/* From the look of the parent to that of @element. */
void buoy_look_enter (BuoyLook *look, const GumboNode *element, BuoyCssSheet *sheet);

/* Of text, and of pictures, which have no font and no colour. */
BuoyVisibility buoy_look_text_visibility (const BuoyLook *look);
BuoyVisibility buoy_look_box_visibility (const BuoyLook *look);

/* An attribute's value; NULL. */
const char *buoy_html_attribute (const GumboNode *element, const char *name);

/* What stands on a button: an <input>'s value, or the text in a <button>; (transfer full). */
char *buoy_html_button_label (const GumboNode *element);

/* Whether a button sends its form; a <button> does unless it says otherwise (HTML §4.10.6). */
gboolean buoy_html_submits (const GumboNode *element);

/* Where a <meta http-equiv="refresh" content="0; url=…"> goes; (transfer full), NULL for any other. */
char *buoy_html_refresh_target (const GumboNode *element);
