/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Not a GtkInfoBar, whose row of buttons never wraps and is cut off at the top if there is too little room.
 */
#include "config.h"

#include "buoy-bar.h"

#include "buoy-style.h"

G_DEFINE_TYPE (BuoyBar, buoy_bar, GTK_TYPE_BOX)

static void
buoy_bar_class_init (BuoyBarClass *klass)
{
  /* the role of an ARIA alert: its text is read at once, wherever the keyboard focus is */
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), ATK_ROLE_NOTIFICATION);
}

static void
buoy_bar_init (BuoyBar *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 2 * BUOY_BAR_SPACING);
  buoy_style_apply (GTK_WIDGET (self), "bellbuoy-bar", BUOY_LEVEL_NONE);
}

GtkWidget *
buoy_bar_new (GtkWidget *icon, GtkWidget *content)
{
  GtkWidget *bar = g_object_new (BUOY_TYPE_BAR, NULL);

  gtk_box_pack_start (GTK_BOX (bar), icon, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (bar), content, TRUE, TRUE, 0);
  return bar;
}

void
buoy_bar_set (BuoyBar *self, BuoyLevel level, const char *name)
{
  buoy_style_set_level (GTK_WIDGET (self), level);
  atk_object_set_name (gtk_widget_get_accessible (GTK_WIDGET (self)), name);
}
