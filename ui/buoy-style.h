/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The appearance of our widgets, in any theme.
 */
#pragma once

#include <gtk/gtk.h>

#include "bellbuoy.h"

/* Adds our style sheet to @screen. Every widget on it is restyled, which is cheap before a window is shown. */
void buoy_style_prepare (GdkScreen *screen);

/* Gives @widget the colours of @level, adding the style sheet to its screen if necessary. */
void buoy_style_apply (GtkWidget *widget, const char *css_class, BuoyLevel level);

/* Changes to the colours of another level, or of none. */
void buoy_style_set_level (GtkWidget *widget, BuoyLevel level);

/* The level's own colour, for custom drawing. */
void buoy_style_get_color (BuoyLevel level, GdkRGBA *out_color);

/* The text height of the widget in pixels: custom drawing scales with it. */
double buoy_style_get_em (GtkWidget *widget);
