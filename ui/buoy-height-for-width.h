/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Widgets whose height depends on their width, like text.
 */
#pragma once

#include <gtk/gtk.h>

/* For a class with its own get_preferred_width() and get_preferred_height_for_width(): implements the other size
 * requests with these.
 */
void buoy_height_for_width_init (GtkWidgetClass *widget_class);
