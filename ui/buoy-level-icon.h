/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The picture of a level.
 */
#pragma once

#include <gtk/gtk.h>

#include "bellbuoy.h"

/* Drawn by us, so that no icon theme leaves it out; it follows the text's colour unless style says otherwise. */
GtkWidget *buoy_level_icon_new (BuoyLevel level, int pixels);
