/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How our widgets look, in any theme.
 */
#pragma once

#include <gtk/gtk.h>

#include "bellbuoy.h"

/* Makes @screen know our colours. Every widget on it is styled anew: cheap before a window is shown. */
void buoy_style_prepare (GdkScreen *screen);

/* Gives @widget the colours of @level and makes sure that the screen knows them. */
void buoy_style_apply (GtkWidget *widget, const char *css_class, BuoyLevel level);

/* The colours of another level, or of none, for one that has its class. */
void buoy_style_set_level (GtkWidget *widget, BuoyLevel level);

/* The level's own colour, for what is drawn by hand. */
void buoy_style_get_color (BuoyLevel level, GdkRGBA *out_color);

/* The height of the widget's text in pixels: what is drawn by hand grows with it. */
double buoy_style_get_em (GtkWidget *widget);
