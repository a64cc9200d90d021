/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * No GtkInfoBar: that one's row of buttons never wraps, and where there is too little room it is cut off at the top.
 */
#include "config.h"

#include "buoy-bar.h"

#include "buoy-style.h"

/* The role that an ARIA alert has: what appears in it is read at once, wherever the keyboard is. */
GtkWidget *
buoy_bar_new (GtkWidget *icon, GtkWidget *content)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2 * BUOY_BAR_SPACING);

  buoy_style_apply (bar, "bellbuoy-bar", BUOY_LEVEL_NONE);
  gtk_box_pack_start (GTK_BOX (bar), icon, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (bar), content, TRUE, TRUE, 0);
  atk_object_set_role (gtk_widget_get_accessible (bar), ATK_ROLE_NOTIFICATION);
  return bar;
}

void
buoy_bar_set (GtkWidget *bar, BuoyLevel level, const char *name)
{
  buoy_style_set_level (bar, level);
  atk_object_set_name (gtk_widget_get_accessible (bar), name);
}
