/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the HTML files share. The only header that includes gumbo.
 */
#pragma once

#include <glib.h>
#include <gumbo.h>

#include "message/buoy-css-sheet.h"
#include "message/buoy-readings.h"

/* Elements without anything that is shown (HTML §15.3.1). */
gboolean buoy_html_tag_is_silent (GumboTag tag);

/* Elements that show something else than the text in them: a player, a bar, a window that is not open. */
gboolean buoy_html_has_fallback (const GumboNode *element);

/* Elements that show all that is in them in some states only, or only in part. */
gboolean buoy_html_tag_is_doubtful (GumboTag tag);

/* Elements that flow within a line; all others stand on lines of their own. */
gboolean buoy_html_tag_is_inline (GumboTag tag);

/* Elements that hold nothing, or whose end tag pages leave out and the tree builder supplies. */
gboolean buoy_html_tag_does_not_nest (GumboTag tag);

/* Whether @element is written <@name>, in lower case, known to HTML or not. */
gboolean buoy_html_tag_is (const GumboNode *element, const char *name);

/* How much of @html is read in one piece: its nesting stays below BUOY_MAX_HTML_DEPTH. At least 1. */
gsize buoy_html_piece_length (const char *html, gsize length);

/* The tree of a piece of a page; NULL where it would be far larger than the piece. */
typedef struct _BuoyHtmlTree BuoyHtmlTree;

BuoyHtmlTree *buoy_html_tree_new (const char *html, gsize length);
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
