/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A row of widgets that continues in the next line if there is no room.
 */
#pragma once

#include <gtk/gtk.h>

#define BUOY_TYPE_WRAP_BOX (buoy_wrap_box_get_type ())
G_DECLARE_DERIVABLE_TYPE (BuoyWrapBox, buoy_wrap_box, BUOY, WRAP_BOX, GtkBox)

/* The spacing of the GtkBox is also used between lines. */
struct _BuoyWrapBoxClass
{
  GtkBoxClass parent;
};
