/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Everything in a notice.
 */
#pragma once

#include <gtk/gtk.h>

#include "buoy-inquiry.h"

/* A window that destroys itself when closed. */
#define BUOY_TYPE_DETAILS (buoy_details_get_type ())
G_DECLARE_FINAL_TYPE (BuoyDetails, buoy_details, BUOY, DETAILS, GtkDialog)

/* Opens the window over @parent (nullable). It shows the notice of @inquiry, and later results. */
GtkWidget *buoy_details_present (BuoyInquiry *inquiry, GtkWindow *parent);
