/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Everything in a notice.
 */
#pragma once

#include <gtk/gtk.h>

#include "bellbuoy.h"

/* Opens a window over @parent, which may be NULL; it frees itself when closed. */
GtkWidget *buoy_details_present (BuoyNotice *notice, GtkWindow *parent);
