/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * No GtkInfoBar: that one's row of buttons never wraps, and where there is too little room it is cut off at the top.
 */
#include "config.h"

#include "buoy-bar.h"

#include "buoy-style.h"

/* The role that an ARIA alert has: what appears in it is read at once, wherever the keyboard is. */
static void
announce (GtkWidget *bar, const char *name)
{
  AtkObject *accessible = gtk_widget_get_accessible (bar);

  atk_object_set_role (accessible, ATK_ROLE_NOTIFICATION);
  atk_object_set_name (accessible, name);
}

GtkWidget *
buoy_bar_new (BuoyLevel level, GtkWidget *icon, GtkWidget *content, const char *name)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2 * BUOY_BAR_SPACING);

  buoy_style_apply (bar, "bellbuoy-bar", level);
  gtk_box_pack_start (GTK_BOX (bar), icon, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (bar), content, TRUE, TRUE, 0);
  announce (bar, name);
  return bar;
}
