/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The state of reading a page, shared by the walk over its elements and by what makes links of them.
 */
#pragma once

#include "message/picture/buoy-drawing.h"
#include "message/dom/buoy-html-private.h"
#include "message/buoy-message-private.h"
#include "message/html/buoy-readings.h"

typedef struct
{
  BuoyLinkKind kind;
  char *href;
  char *written; /* the attribute's value; NULL where it is @href */
  char *title;
  BuoyReadings text;
  GString *alts; /* of pictures within */
  gboolean has_image;
  gboolean reversed; /* its text was, where it began */
  gboolean surely_seen; /* some of it */
} BuoyOpenLink;

typedef struct
{
  BuoyMessage *message;
  BuoyCssSheet *sheet;
  BuoyReadLines text;
  GString *alts;
  GString *outlook; /* what conditional comments with links in them hold */
  GString *inside; /* scripts and framed pages that stand in attributes, as HTML; NULL: no browser runs them */
  GPtrArray *frames; /* of char *: pages within the page */
  GRefString *base; /* shared with the links */
  BuoyDrawing *drawing;
  BuoyOpenLink *link; /* the link that is being read; links don't nest */
  BuoyLink *form; /* the newest form without a submit button so far; the message's */
  gsize hidden_bytes;
  guint depth;
  guint n_around; /* pages in whose frames it stands, and itself */
  gboolean beside;  /* a page in a frame, or as Outlook reads it: nobody knows what is seen of it */
  guint first_link; /* of the message's, that this page has */
} BuoyHtmlReader;

/* What @element and all in it shows; @outer: how its parent looks. */
void buoy_html_read_element (BuoyHtmlReader *reader, const GumboNode *element, const BuoyLook *outer);

/* White space becomes one space, and none goes where there is one. */
void buoy_html_append_collapsed (GString *out, const char *text);
void buoy_html_break_line (GString *out);

/* Where @element leads as a link by itself: <a>, in SVG too, and anything in MathML; (transfer full), NULL. */
char *buoy_html_link_target (const BuoyHtmlReader *reader, const GumboNode *element);

/* Takes @href. */
void buoy_html_open_link (BuoyHtmlReader *reader, const GumboNode *element, char *href,
                          gboolean reversed);
void buoy_html_close_link (BuoyHtmlReader *reader);

/* The links and fields that an element is by itself. */
void buoy_html_read_special (BuoyHtmlReader *reader, const GumboNode *element);

/* In a page that a browser opens: the link that a button, a cell or anything else is by what a click on it runs. */
void buoy_html_read_clicks (BuoyHtmlReader *reader, const GumboNode *element);

/* What an element within the open link is called where it shows no text. */
void buoy_html_read_label (BuoyHtmlReader *reader, const GumboNode *element);

void buoy_html_read_image (BuoyHtmlReader *reader, const GumboNode *element, BuoyVisibility visibility);

/* Pictures in its attributes, but for the one that an <img> shows. */
void buoy_html_read_pictures (BuoyHtmlReader *reader, const GumboNode *element);

/* Keeps the page that a frame holds in itself: srcdoc, or a data: URL. */
void buoy_html_keep_frame (BuoyHtmlReader *reader, const GumboNode *element);

/* Keeps what @element runs by itself, in a page that a browser opens. */
void buoy_html_keep_handlers (BuoyHtmlReader *reader, const GumboNode *element);

/* Where a click on @element goes by its script; (transfer full), NULL. */
char *buoy_html_clicked_address (const BuoyHtmlReader *reader, const GumboNode *element);

/* Takes part of a drawing: text between tags, or a cell of a table without any. FALSE: @element is no such cell. */
void buoy_html_draw_text (BuoyHtmlReader *reader, const GumboNode *node, const BuoyLook *look);
gboolean buoy_html_draw_cell (BuoyHtmlReader *reader, const GumboNode *element, const BuoyLook *look);

/* Keeps a conditional comment for Outlook ("[if mso]>…<![endif]") that holds a link. */
void buoy_html_keep_comment (BuoyHtmlReader *reader, const char *comment);

/* The page as Outlook reads it, if that has links of its own; NULL. */
char *buoy_html_page_of_outlook (const BuoyHtmlReader *reader, const char *html, gsize length);

/* Drops the links of @reader's page that stand in the message already, from @first on. */
void buoy_html_drop_known_links (BuoyHtmlReader *reader, guint first);
