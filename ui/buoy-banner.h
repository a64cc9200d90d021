/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The bar over a message.
 */
#pragma once

#include <gtk/gtk.h>

#include "bellbuoy.h"

/* A bar for a notice whose level is at least caution. It takes its own references; its Details button opens
 * buoy_details_present(), the others run what of @actions they name (buoy-buttons.h).
 */
GtkWidget *buoy_banner_new (BuoyNotice *notice, GActionGroup *actions, GMenuModel *menu);
