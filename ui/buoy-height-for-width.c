/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * If only a height is requested, such a widget returns the one for its minimum width, as a label does.
 */
#include "config.h"

#include "buoy-height-for-width.h"

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
get_preferred_height (GtkWidget *widget, int *minimum, int *natural)
{
  int width;

  gtk_widget_get_preferred_width (widget, &width, NULL);
  GTK_WIDGET_GET_CLASS (widget)->get_preferred_height_for_width (widget, width, minimum, natural);
}

void
buoy_height_for_width_init (GtkWidgetClass *widget_class)
{
  widget_class->get_request_mode = get_request_mode;
  widget_class->get_preferred_height = get_preferred_height;
}
