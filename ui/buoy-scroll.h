/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What may be cut short where there is no room for it.
 */
#pragma once

#include <gtk/gtk.h>

#define BUOY_TYPE_SCROLL (buoy_scroll_get_type ())
G_DECLARE_FINAL_TYPE (BuoyScroll, buoy_scroll, BUOY, SCROLL, GtkScrolledWindow)

/* As high as @child where that can be, and else with a scroll bar; then it takes the keyboard's focus too. */
GtkWidget *buoy_scroll_new (GtkWidget *child);
