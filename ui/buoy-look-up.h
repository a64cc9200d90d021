/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The section of the details from which lookups are started.
 */
#pragma once

#include <gtk/gtk.h>

#include "buoy-inquiry.h"

/* Lists who would be asked with a button to start, or shows progress with a button to stop; NULL if there is nothing to
 * look up.
 */
GtkWidget *buoy_look_up_new (BuoyInquiry *inquiry);
