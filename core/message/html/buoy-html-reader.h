/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The state of reading a page, shared by the walk over its elements and by what makes links of them.
 */
#pragma once

#include "message/buoy-message.h"
#include "message/css/buoy-css-sheet.h"
#include "message/html/buoy-readings.h"
#include "message/picture/buoy-drawing.h"

typedef struct
{
  BuoyLinkKind kind;
  char *href;
  char *written; /* the attribute's value; NULL where it is @href */
  char *title;
  BuoyReadings text;
  GString *alts; /* of pictures within */
  gboolean has_image;
  gboolean reversed;    /* its text was, where it began */
  gboolean surely_seen; /* some of it */
} BuoyOpenLink;

typedef struct
{
  BuoyMessage *message;
  BuoyCssSheet *sheet;
  BuoyReadLines text;
  GString *alts;
  GString *outlook;  /* what conditional comments with links in them hold */
  GString *inside;   /* scripts and framed pages that stand in attributes, as HTML; NULL: no browser runs them */
  GPtrArray *frames; /* of char *: pages within the page */
  GRefString *base;  /* shared with the links */
  BuoyDrawing *drawing;
  BuoyOpenLink *link; /* the link that is being read; links don't nest */
  BuoyLink *form;     /* the newest form without a submit button so far; the message's */
  gsize hidden_bytes;
  guint depth;
  guint n_around;   /* pages in whose frames it stands, and itself */
  gboolean beside;  /* a page in a frame, or as Outlook reads it: nobody knows what is seen of it */
  guint first_link; /* of the message's, that this page has */
} BuoyHtmlReader;
