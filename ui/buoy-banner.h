/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The bar above a message.
 */
#pragma once

#include <gtk/gtk.h>

#include "bellbuoy.h"
#include "buoy-bar.h"
#include "buoy-buttons.h"
#include "buoy-inquiry.h"

#define BUOY_TYPE_BANNER (buoy_banner_get_type ())
G_DECLARE_FINAL_TYPE (BuoyBanner, buoy_banner, BUOY, BANNER, BuoyBar)

/* A hidden, empty bar; a view needs one for all its messages. @make_actions: see buoy-buttons.h; @host must live as
 * long as the bar.
 */
GtkWidget *buoy_banner_new (BuoyActionsFunc make_actions, gpointer host);

/* Creates the remaining widgets that most messages need, so that the first warning costs no more than later ones.
 * Optional.
 */
void buoy_banner_prepare (BuoyBanner *self);

/* Shows the notice of @inquiry, whose level must be at least caution. The Details button opens buoy_details_present().
 * If the bar is visible, this is a later verdict on the same message: an unfolded bar and an open menu remain so.
 */
void buoy_banner_show (BuoyBanner *self, BuoyInquiry *inquiry, gboolean can_mark_junk);

/* Hides the bar and releases the inquiry, before another message or since nothing is wrong any more. */
void buoy_banner_hide (BuoyBanner *self);
