/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "buoy-preferences-part.h"

#include "buoy-sentence.h"
#include "buoy-style.h"

GtkWidget *
buoy_preferences_part_new (const char *title, const char *explanation, GtkWidget *content)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, BUOY_PREFERENCES_SPACING);

  gtk_container_add (GTK_CONTAINER (part), buoy_label_new (title, PANGO_WEIGHT_BOLD));
  if (explanation != NULL)
    {
      GtkWidget *label = buoy_label_new (explanation, PANGO_WEIGHT_NORMAL);

      buoy_style_apply (label, "bellbuoy-note", BUOY_LEVEL_NONE);
      gtk_container_add (GTK_CONTAINER (part), label);
    }
  gtk_widget_set_margin_start (content, 2 * BUOY_PREFERENCES_SPACING);
  gtk_container_add (GTK_CONTAINER (part), content);
  return part;
}
