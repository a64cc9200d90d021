/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The icon of a level.
 */
#pragma once

#include <gtk/gtk.h>

#include "bellbuoy.h"

#define BUOY_TYPE_LEVEL_ICON (buoy_level_icon_get_type ())
G_DECLARE_FINAL_TYPE (BuoyLevelIcon, buoy_level_icon, BUOY, LEVEL_ICON, GtkDrawingArea)

/* An icon that we draw, so that it does not depend on an icon theme; @ems times the text height, so that it follows the
 * text size.
 */
GtkWidget *buoy_level_icon_new (BuoyLevel level, double ems);

void buoy_level_icon_set_size (BuoyLevelIcon *self, double ems);

void buoy_level_icon_set (BuoyLevelIcon *self, BuoyLevel level);
