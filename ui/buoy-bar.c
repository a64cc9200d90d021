/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An info bar without the area for its buttons: that one never wraps, and a narrow window would cut it off.
 */
#include "config.h"

#include "buoy-bar.h"

#include "buoy-style.h"

static GtkMessageType
type_of (BuoyLevel level)
{
  if (level == BUOY_LEVEL_NONE)
    return GTK_MESSAGE_OTHER;
  return level == BUOY_LEVEL_DANGER ? GTK_MESSAGE_ERROR : GTK_MESSAGE_WARNING;
}

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
  GtkWidget *bar = gtk_info_bar_new ();
  GtkWidget *area = gtk_info_bar_get_content_area (GTK_INFO_BAR (bar));

  gtk_info_bar_set_message_type (GTK_INFO_BAR (bar), type_of (level));
  buoy_style_apply (bar, "bellbuoy-bar", level);
  gtk_container_set_border_width (GTK_CONTAINER (area), 2 * BUOY_BAR_SPACING);
  gtk_box_set_spacing (GTK_BOX (area), 2 * BUOY_BAR_SPACING);
  gtk_box_pack_start (GTK_BOX (area), icon, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (area), content, TRUE, TRUE, 0);
  gtk_widget_set_no_show_all (gtk_info_bar_get_action_area (GTK_INFO_BAR (bar)), TRUE);
  announce (bar, name);
  return bar;
}
