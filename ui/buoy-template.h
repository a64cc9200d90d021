/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The built-in templates of our widgets.
 */
#pragma once

#include <gtk/gtk.h>

/* Makes @name, "buoy-headline.ui", the template of @widget_class. */
void buoy_template_set (GtkWidgetClass *widget_class, const char *name);
