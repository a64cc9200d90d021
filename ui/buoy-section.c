/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Screen readers jump from heading to heading.
 */
#include "config.h"

#include "buoy-section.h"

#include "buoy-facts.h"
#include "buoy-style.h"
#include "buoy-sentence.h"

#define SPACING 6

GtkWidget *
buoy_section_new (const char *title)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *heading = buoy_label_new (title, PANGO_WEIGHT_BOLD);

  atk_object_set_role (gtk_widget_get_accessible (heading), ATK_ROLE_HEADING);
  buoy_style_apply (heading, "bellbuoy-heading", BUOY_LEVEL_NONE);
  gtk_container_add (GTK_CONTAINER (section), heading);
  gtk_widget_set_margin_top (section, SPACING);
  return section;
}

void
buoy_section_add_text (GtkWidget *section, const char *text)
{
  GtkWidget *label = buoy_label_new (text, PANGO_WEIGHT_NORMAL);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_container_add (GTK_CONTAINER (section), label);
}
