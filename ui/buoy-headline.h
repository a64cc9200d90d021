/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The word for the level on its colour, followed by the headline.
 */
#pragma once

#include <gtk/gtk.h>

#include "bellbuoy.h"

#define BUOY_TYPE_HEADLINE (buoy_headline_get_type ())
G_DECLARE_FINAL_TYPE (BuoyHeadline, buoy_headline, BUOY, HEADLINE, GtkBox)

/* An empty headline. */
GtkWidget *buoy_headline_new (void);

/* Shortens the headline to @n_lines, or shows all of it if 0. */
void buoy_headline_limit (BuoyHeadline *self, int n_lines);

/* Sets the texts; @word is not shown if @level is none. */
void buoy_headline_set (BuoyHeadline *self, BuoyLevel level, const char *word, const char *words);
