/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The icon of a level.
 */
#pragma once

#include <gtk/gtk.h>

#include "bellbuoy.h"

#define BUOY_TYPE_LEVEL_ICON (buoy_level_icon_get_type ())
G_DECLARE_FINAL_TYPE (BuoyLevelIcon, buoy_level_icon, BUOY, LEVEL_ICON, GtkDrawingArea)

/* Drawn by us, so that no icon theme leaves it out; @ems times as high as text, so that it grows with it. */
GtkWidget *buoy_level_icon_new (BuoyLevel level, double ems);

void buoy_level_icon_set_size (BuoyLevelIcon *self, double ems);

void buoy_level_icon_set (BuoyLevelIcon *self, BuoyLevel level);
