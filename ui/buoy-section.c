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

struct _BuoySection
{
  GtkBox parent;
};

G_DEFINE_FINAL_TYPE (BuoySection, buoy_section, GTK_TYPE_BOX)

static void
buoy_section_class_init (BuoySectionClass *klass)
{
}

static void
buoy_section_init (BuoySection *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACING);
  gtk_widget_set_margin_top (GTK_WIDGET (self), SPACING);
}

GtkWidget *
buoy_section_new (const char *title)
{
  GtkWidget *section = g_object_new (BUOY_TYPE_SECTION, NULL);
  GtkWidget *heading = buoy_label_new (title, PANGO_WEIGHT_BOLD);

  atk_object_set_role (gtk_widget_get_accessible (heading), ATK_ROLE_HEADING);
  buoy_style_apply (heading, "bellbuoy-heading", BUOY_LEVEL_NONE);
  gtk_container_add (GTK_CONTAINER (section), heading);
  return section;
}

void
buoy_section_add_text (BuoySection *self, const char *text)
{
  GtkWidget *label = buoy_label_new (text, PANGO_WEIGHT_NORMAL);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_container_add (GTK_CONTAINER (self), label);
}
