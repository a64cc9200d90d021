/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The chapter of the details in which more can be asked for.
 */
#pragma once

#include <gtk/gtk.h>

#include "buoy-inquiry.h"

/* Who would be asked and a button for it, or a progress line with a button that stops it; NULL if there is nothing to
 * ask.
 */
GtkWidget *buoy_look_up_new (BuoyInquiry *inquiry);
