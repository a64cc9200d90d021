/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The part of CSS that decides whether a reader sees a text and in which order: declarations, colours, and the rules
 * of a page's own style sheets.
 */
#pragma once

#include <glib.h>

/* What a declaration can say; a bit each. "On" is the value that hides (or turns around). */
typedef enum
{
  BUOY_CSS_DISPLAY = 1 << 0, /* none */
  BUOY_CSS_INLINE = 1 << 1,  /* display: inline, which has no size of its own */
  BUOY_CSS_VISIBILITY = 1 << 2,
  BUOY_CSS_FONT_SIZE = 1 << 3,     /* nothing that can be read */
  BUOY_CSS_FONT_RELATIVE = 1 << 4, /* a size in em or %: of nothing it is nothing */
  BUOY_CSS_OPACITY = 1 << 5,
  BUOY_CSS_CLIP_PATH = 1 << 6,
  BUOY_CSS_CLIP = 1 << 7, /* of a positioned box */
  BUOY_CSS_LEFT = 1 << 8, /* four places off the screen, of a positioned box */
  BUOY_CSS_TOP = 1 << 9,
  BUOY_CSS_RIGHT = 1 << 10,
  BUOY_CSS_BOTTOM = 1 << 11,
  BUOY_CSS_ABSOLUTE = 1 << 12,   /* position, other than static */
  BUOY_CSS_MARGIN = 1 << 13,     /* off the screen */
  BUOY_CSS_MARGIN_TOP = 1 << 14, /* off the screen */
  BUOY_CSS_INDENT = 1 << 15,     /* off the screen */
  BUOY_CSS_TRANSFORM = 1 << 16,  /* off the screen, or to nothing */
  BUOY_CSS_HEIGHT = 1 << 17,     /* four sizes of nothing */
  BUOY_CSS_WIDTH = 1 << 18,
  BUOY_CSS_MAX_HEIGHT = 1 << 19,
  BUOY_CSS_MAX_WIDTH = 1 << 20,
  BUOY_CSS_OVERFLOW = 1 << 21, /* what does not fit the box is not shown */
  BUOY_CSS_MSO_HIDE = 1 << 22,
  BUOY_CSS_COLOR = 1 << 23,      /* on: known */
  BUOY_CSS_BACKGROUND = 1 << 24, /* on: known */
  BUOY_CSS_OVERRIDE = 1 << 25,   /* unicode-bidi: bidi-override */
  BUOY_CSS_RTL = 1 << 26,        /* direction: rtl */
  BUOY_CSS_COLOR_KEPT = 1 << 27, /* color: inherit */
  BUOY_CSS_UNBROKEN = 1 << 28    /* display: inline, inline-block, contents …, which begin no line */
} BuoyCssBit;

typedef struct
{
  guint declared;
  guint on;
  guint important;
  guint32 color; /* 0xRRGGBBAA */
  guint32 background;
} BuoyCss;

/* Reads a list of declarations: a style attribute, or the block of a rule. */
void buoy_css_read (BuoyCss *css, const char *declarations);

/* @later's declarations win over @css's, save against "!important". */
void buoy_css_merge (BuoyCss *css, const BuoyCss *later);

/* FALSE: not one that is known here. @text is lower case. */
gboolean buoy_css_color_read (const char *text, guint32 *out_color);

/* Whether no reader could tell the two apart. */
gboolean buoy_css_color_is_same (guint32 a, guint32 b);

/* @css without comments and escapes, lower case, white space squeezed. */
char *buoy_css_normalize (const char *css);

/* The first of @marks in @text that stands outside of brackets and strings; its end where there is none. */
const char *buoy_css_find (const char *text, const char *marks);
