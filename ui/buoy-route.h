/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The way of a message as a picture.
 */
#pragma once

#include <gtk/gtk.h>

#include "bellbuoy.h"

/* The places on the way, from the reader's side down to hearsay, on a line that is drawn beside them. Where a warning
 * is about the server that handed the message in, @level colours it. Every word is a label of its own for screen
 * readers.
 */
GtkWidget *buoy_route_new (BuoyStory *story, BuoyLevel level);
