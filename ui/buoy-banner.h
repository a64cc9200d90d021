/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The bar over a message.
 */
#pragma once

#include <gtk/gtk.h>

#include "bellbuoy.h"
#include "buoy-buttons.h"

/* A hidden bar that says nothing yet; a view needs one for all its messages. @make_actions: see buoy-buttons.h; @host
 * must live as long.
 */
GtkWidget *buoy_banner_new (BuoyActionsFunc make_actions, gpointer host);

/* Makes the rest of what most messages need, so that the first warning costs no more than the others. It may be left
 * out.
 */
void buoy_banner_prepare (GtkWidget *banner);

/* Says what @notice says, whose level is at least caution. Its Details button opens buoy_details_present(). */
void buoy_banner_show (GtkWidget *banner, BuoyNotice *notice, gboolean can_mark_junk);

/* Nothing of the notice is kept. */
void buoy_banner_hide (GtkWidget *banner);
