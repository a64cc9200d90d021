/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The part of CSS that decides whether a reader sees a text. Few things are certain, and uncertainty is explicit: a
 * declaration that may hide text, or whose value is not understood, makes the text doubtful, which keeps it.
 */
#pragma once

#include <glib.h>

#include "message/css/buoy-visibility.h"

typedef enum
{
  BUOY_CSS_NOTHING, /* not relevant */
  BUOY_CSS_DISPLAY,
  BUOY_CSS_VISIBILITY,
  BUOY_CSS_OPACITY,
  BUOY_CSS_FONT_SIZE,
  BUOY_CSS_COLOR,
  BUOY_CSS_BACKGROUND,
  BUOY_CSS_OVERFLOW, /* content that does not fit is clipped */
  BUOY_CSS_SIZE,     /* almost nothing; hides if overflow is clipped */
  BUOY_CSS_DOUBT,    /* may hide, move or cover, or reveal text that is hidden by its colour */
  BUOY_CSS_ALL,      /* resets all properties to unknown values */
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
  gboolean unsure;           /* may not apply: its value is not understood, or invalid */
  gboolean inherits;         /* inherits the parent's value */
  gboolean on;               /* for direction: right to left; for display: starts a line */
  BuoyVisibility visibility; /* of the element it applies to */
  double number;
  BuoyCssUnit unit;
  guint32 color; /* 0xRRGGBBAA */
  gboolean knows_color;
} BuoyCssDeclaration;

/* Parses a declaration that buoy_css_split() has split, whose @value ends at @end. Returns FALSE if it is not relevant.
 */
gboolean buoy_css_declaration_read (BuoyCssDeclaration *declaration, const char *property, const char *value,
                                    const char *end);

/* Appends to @claims what buoy-css-claims.h is about.
 *
 * Returns: (transfer full) (element-type BuoyCssDeclaration): the relevant declarations of a style attribute
 */
GArray *buoy_css_read_style (const char *style, GPtrArray *claims);

/* Parses @text, a single colour in lower case. Returns FALSE if it is not understood. */
gboolean buoy_css_color_read (const char *text, guint32 *out_color);

/* How visible text in the colour @ink is on @paper. */
BuoyVisibility buoy_css_color_contrast (guint32 ink, guint32 paper);

/* Parses a number and its unit. Returns FALSE if @text is anything else. */
gboolean buoy_css_number_read (const char *text, double *out_number, const char **out_unit);
