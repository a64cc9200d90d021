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

/* A hidden bar that says nothing yet; a view needs one for all its messages. @make_actions: see buoy-buttons.h; @host
 * must live as long.
 */
GtkWidget *buoy_banner_new (BuoyActionsFunc make_actions, gpointer host);

/* Creates the remaining widgets that most messages need, so that the first warning costs no more than later ones.
 * Optional.
 */
void buoy_banner_prepare (BuoyBanner *self);

/* Says what the notice of @inquiry says, whose level is at least caution. Its Details button opens
 * buoy_details_present().
 */
void buoy_banner_show (BuoyBanner *self, BuoyInquiry *inquiry, gboolean can_mark_junk);

/* Nothing of the inquiry is kept. */
void buoy_banner_hide (BuoyBanner *self);
