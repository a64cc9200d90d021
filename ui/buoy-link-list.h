/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The links of a message, each with its shown and actual site.
 */
#pragma once

#include <gtk/gtk.h>

#include "bellbuoy.h"
#include "notice/buoy-story.h"

/* Misleading links have the colour of @level. */
GtkWidget *buoy_link_list_new (BuoyStory *story, BuoyLevel level);
