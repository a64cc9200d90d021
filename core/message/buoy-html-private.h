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

/* Elements that flow within a line; all others stand on lines of their own. */
gboolean buoy_html_tag_is_inline (GumboTag tag);

/* Elements that hold nothing, or whose end tag pages leave out and the tree builder supplies. */
gboolean buoy_html_tag_does_not_nest (GumboTag tag);

/* Whether @element is written <@name>, in lower case, known to HTML or not; and whether two are written alike. */
gboolean buoy_html_tag_is (const GumboNode *element, const char *name);
gboolean buoy_html_same_tag (const GumboNode *a, const GumboNode *b);

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

/* How the text of an element looks; inherited but for the first. */
typedef struct
{
  gboolean breaks;   /* a line begins and ends with it */
  gboolean gone;     /* it and all in it */
  gboolean doubtful; /* it and all in it may be hidden */
  gboolean faded;    /* not seen, but it can be clicked */
  gboolean unseen;   /* visibility */
  gboolean tiny;     /* font size */
  gboolean rtl;
  gboolean reversed; /* from right to left, whatever its letters */
  gboolean knows_color;
  gboolean knows_background;
  guint32 color;
  guint32 background;
} BuoyLook;

void buoy_look_init (BuoyLook *look);

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
