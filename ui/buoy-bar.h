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

/* A bar with @icon at the start and @content beside it, that says nothing yet. */
GtkWidget *buoy_bar_new (GtkWidget *icon, GtkWidget *content);

/* In the colours of @level, neutral for none. A screen reader says @name when it appears. */
void buoy_bar_set (BuoyBar *self, BuoyLevel level, const char *name);
