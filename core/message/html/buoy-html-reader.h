/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The state of parsing a page, shared by the walk over its elements and the code that creates links.
 */
#pragma once

#include <gumbo.h>

#include "message/buoy-message.h"
#include "message/css/buoy-css-sheet.h"
#include "message/html/buoy-readings.h"
#include "message/picture/buoy-drawing.h"

typedef struct _BuoyOpenLink BuoyOpenLink;

struct _BuoyOpenLink
{
  BuoyOpenLink *around; /* the link in which it is; NULL: in none */
  BuoyLinkKind kind;
  char *href;
  char *written; /* the attribute's value; NULL if it equals @href */
  char *title;
  BuoyReadings text;
  GString *alts; /* of images within */
  gboolean has_image;
  gboolean reversed;    /* the surrounding text was displayed right to left where the link began */
  gboolean may_turn;    /* part of its text is or may be reversed: it is judged in every direction */
  gboolean surely_seen; /* part of it is certainly visible */
};

typedef struct _BuoyHtmlHost BuoyHtmlHost;

/* An element with a shadow tree. */
struct _BuoyHtmlHost
{
  const GumboNode *element;
  const BuoyOpenLink *link;  /* in which it is; NULL: in none */
  const BuoyHtmlHost *outer; /* in whose shadow tree it is; NULL: in none */
};

/* A page that is embedded in another. */
typedef struct
{
  char *page;
  char *link; /* the address of the link in which it is; NULL: in none */
} BuoyHtmlFrame;

typedef struct
{
  BuoyMessage *message;
  BuoyCssSheet *sheet;
  BuoyReadLines text;
  GString *alts;        /* alternative texts of images */
  GString *hidden_alts; /* those of hidden images */
  GString *outlook;     /* conditional comments that contain links */
  GString *inside;      /* scripts and framed pages in attributes, as HTML; NULL if no browser opens the page */
  GPtrArray *frames;    /* of BuoyHtmlFrame * */
  const char *in_link;  /* the address of the link in which the page's own frame is; NULL: in none */
  GRefString *base;     /* shared with the links */
  BuoyDrawing *drawing;
  BuoyOpenLink *link;       /* the innermost open link, which a click opens */
  const BuoyHtmlHost *host; /* whose shadow tree is being read; NULL: none is */
  BuoyLink *form;           /* the last form without a submit button so far; owned by the message */
  gsize hidden_bytes;
  guint depth;
  guint n_around;              /* pages in whose frames it is, plus itself */
  gboolean in_slot;            /* what is being read is read in its own place, too */
  gboolean beside;             /* a framed page, or Outlook's version: its visibility is unknown */
  gboolean has_drawings_title; /* the subject is that of an SVG */
  gboolean has_font;           /* a drawing in it defines one (SVG 1.1 §20) */
  guint first_link;            /* of this page in the message's links */
} BuoyHtmlReader;
