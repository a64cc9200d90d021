/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One hop on a drawn route, with its piece of the line.
 */
#pragma once

#include <gtk/gtk.h>

#include "bellbuoy.h"
#include "notice/buoy-story.h"

#define BUOY_TYPE_ROUTE_MARK (buoy_route_mark_get_type ())
G_DECLARE_FINAL_TYPE (BuoyRouteMark, buoy_route_mark, BUOY, ROUTE_MARK, GtkDrawingArea)

/* @first has no line above, @last none below; @broken_below: from here down hops are unverified. */
GtkWidget *buoy_route_mark_new (BuoyHopKind kind, BuoyLevel level, gboolean first, gboolean last,
                                gboolean broken_below);
