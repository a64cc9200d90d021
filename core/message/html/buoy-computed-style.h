/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How an element's text looks to the reader: by its attributes, its style and the page's style sheets, and by what it
 * inherits (CSS Cascade 4 §6-7). What is unsure makes it doubtful where it would make a difference.
 */
#pragma once

#include <gumbo.h>

#include "message/css/buoy-css-sheet.h"
#include "message/css/buoy-visibility.h"

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
  double root_px; /* of the page */
  double opacity;
  gboolean is_small;         /* it or what it stands in is next to nothing */
  gboolean overflows_hidden; /* and what does not fit is not shown */
  gboolean rtl;
  gboolean reversed; /* from right to left, whatever its letters */
  BuoyColors color;
  BuoyColors link_color; /* of links in it */
  BuoyColors background;
} BuoyComputedStyle;

/* @box: of the whole page. */
void buoy_computed_style_init (BuoyComputedStyle *style, BuoyVisibility box);

/* From the look of the parent to that of @element. */
void buoy_computed_style_enter (BuoyComputedStyle *style, const GumboNode *element, BuoyCssSheet *sheet);

/* Of text, and of pictures, which have no font and no colour. */
BuoyVisibility buoy_computed_style_text_visibility (const BuoyComputedStyle *style);

BuoyVisibility buoy_computed_style_box_visibility (const BuoyComputedStyle *style);
