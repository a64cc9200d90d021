/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The message's route, drawn.
 */
#pragma once

#include <gtk/gtk.h>

#include "bellbuoy.h"
#include "notice/buoy-story.h"

/* The message's route, from the reader's own server down to the unverified hops, with a line drawn beside it. @level
 * colours the boundary hop when a warning is about it. Each text is a label of its own, for screen readers.
 */
GtkWidget *buoy_route_new (BuoyStory *story, BuoyLevel level);
