/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How an element is displayed: by its attributes, its style, the page's style sheets and inheritance (CSS Cascade 4
 * §6-7). Uncertain values make it doubtful if they would matter.
 */
#pragma once

#include <gumbo.h>

#include "message/css/buoy-css-sheet.h"
#include "message/css/buoy-visibility.h"

#define BUOY_MAX_COLORS 4 /* that one text may have */

/* The certain or possible colours of a text or its background. */
typedef struct
{
  guint32 colors[BUOY_MAX_COLORS];
  guint n;
  gboolean may_be_any;
} BuoyColors;

/* How an element is displayed; everything but the first member is inherited. */
typedef struct
{
  gboolean breaks;           /* it starts and ends a line */
  BuoyVisibility box;        /* of the element and its content */
  BuoyVisibility visibility; /* the property, which the content may override */
  BuoyVisibility font;       /* by its size, which the content may override */
  double font_px;
  double root_px; /* of the root element */
  double opacity;
  gboolean is_small;         /* it or an ancestor has almost no size */
  gboolean overflows_hidden; /* and content that does not fit is clipped */
  gboolean rtl;
  gboolean reversed; /* displayed right to left, whatever its letters */
  gboolean may_turn; /* may be reversed: by a rule that may not apply, or an override that may have ended */
  BuoyColors color;
  BuoyColors link_color; /* of links in it */
  BuoyColors background;
} BuoyComputedStyle;

/* @box: of the whole page. */
void buoy_computed_style_init (BuoyComputedStyle *style, BuoyVisibility box);

/* Turns the parent's style into @element's. */
void buoy_computed_style_enter (BuoyComputedStyle *style, const GumboNode *element, BuoyCssSheet *sheet);

/* The first is for text; images are affected by neither font nor colour. */
BuoyVisibility buoy_computed_style_text_visibility (const BuoyComputedStyle *style);

BuoyVisibility buoy_computed_style_box_visibility (const BuoyComputedStyle *style);
