/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Content that may be shortened if there is no room for it.
 */
#pragma once

#include <gtk/gtk.h>

/* As high as its child if possible; otherwise it has a scroll bar and takes the keyboard focus, too. */
#define BUOY_TYPE_SCROLL (buoy_scroll_get_type ())
G_DECLARE_FINAL_TYPE (BuoyScroll, buoy_scroll, BUOY, SCROLL, GtkScrolledWindow)
