/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The base of every bar above a message.
 */
#pragma once

#include <gtk/gtk.h>

#include "bellbuoy.h"

#define BUOY_BAR_SPACING 6

#define BUOY_TYPE_BAR (buoy_bar_get_type ())
G_DECLARE_DERIVABLE_TYPE (BuoyBar, buoy_bar, BUOY, BAR, GtkBox)

struct _BuoyBarClass
{
  GtkBoxClass parent;
};

/* An empty bar with @icon at the start, followed by @content. */
GtkWidget *buoy_bar_new (GtkWidget *icon, GtkWidget *content);

/* Sets the colours of @level, neutral for none. Screen readers read @name when the bar appears. */
void buoy_bar_set (BuoyBar *self, BuoyLevel level, const char *name);
