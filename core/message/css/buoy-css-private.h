/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The part of CSS that decides whether a reader sees a text. It is certain of little and knows what it is not certain
 * of: a declaration that may hide, or whose value is not known here, makes a text doubtful, and leaves it in.
 */
#pragma once

#include <glib.h>

#include "message/css/buoy-visibility.h"

typedef enum
{
  BUOY_CSS_NOTHING, /* says nothing of interest */
  BUOY_CSS_DISPLAY,
  BUOY_CSS_VISIBILITY,
  BUOY_CSS_OPACITY,
  BUOY_CSS_FONT_SIZE,
  BUOY_CSS_COLOR,
  BUOY_CSS_BACKGROUND,
  BUOY_CSS_OVERFLOW, /* what does not fit the box is not shown */
  BUOY_CSS_SIZE,     /* next to nothing; hides where it overflows */
  BUOY_CSS_DOUBT,    /* may hide, move away, cover, or show what is hidden by its colour */
  BUOY_CSS_ALL,      /* sets all of them to what is not asked here */
  BUOY_CSS_DIRECTION,
  BUOY_CSS_OVERRIDE /* unicode-bidi */
} BuoyCssProperty;

typedef enum
{
  BUOY_CSS_PX,
  BUOY_CSS_EM,
  BUOY_CSS_REM
} BuoyCssUnit;

typedef struct
{
  BuoyCssProperty property;
  gboolean important;
  gboolean unsure;           /* it may not count: its value is not known here, or not valid */
  gboolean inherits;         /* as the parent has it */
  gboolean on;               /* of a direction: right to left; of display: begins a line */
  BuoyVisibility visibility; /* of what it is set on */
  double number;
  BuoyCssUnit unit;
  guint32 color; /* 0xRRGGBBAA */
  gboolean knows_color;
} BuoyCssDeclaration;

/* Reads one declaration, "name: value", from @start to @end. FALSE where it says nothing of interest. */
gboolean buoy_css_declaration_read (BuoyCssDeclaration *declaration, const char *start, const char *end);

/* The declarations of a style attribute; (transfer full), of BuoyCssDeclaration. */
GArray *buoy_css_read_style (const char *style);

/* FALSE: not one that is known here. @text is lower case, and nothing else. */
gboolean buoy_css_color_read (const char *text, guint32 *out_color);

/* How well a text of that colour is read on that background. */
BuoyVisibility buoy_css_color_contrast (guint32 ink, guint32 paper);

/* A number and its unit; FALSE where @text is anything else or more. */
gboolean buoy_css_number_read (const char *text, double *out_number, const char **out_unit);
