/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Widgets whose height follows from their width, as that of text does.
 */
#pragma once

#include <gtk/gtk.h>

/* For a class with its own get_preferred_width() and get_preferred_height_for_width(): what follows from these. */
void buoy_height_for_width_init (GtkWidgetClass *widget_class);
