/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is shown and what is real stand under each other, so that the eye compares them.
 */
#include "config.h"

#include "buoy-facts.h"

#include "buoy-host-label.h"
#include "buoy-style.h"

#define SPACING 6
/* More would push the message out of a small window. */
#define MAX_BANNER_LINES 3

/* A host without spaces must break somewhere in a narrow window. */
GtkWidget *
buoy_label_new (const char *text, PangoWeight weight)
{
  GtkWidget *widget = gtk_label_new (text);
  GtkLabel *label = GTK_LABEL (widget);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  gtk_label_set_attributes (label, attributes);
  gtk_label_set_line_wrap (label, TRUE);
  gtk_label_set_line_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (label, 0);
  gtk_label_set_yalign (label, 0);
  return widget;
}

static void
add_line (GtkGrid *grid, BuoyNotice *notice, guint finding, guint line, BuoyFactPlace place, GtkSizeGroup *labels)
{
  GtkWidget *label = buoy_label_new (buoy_notice_get_line_label (notice, finding, line), PANGO_WEIGHT_NORMAL);
  GtkWidget *value = buoy_host_label_new (buoy_notice_get_line_value (notice, finding, line),
                                          place == BUOY_FACT_IN_DETAILS);
  AtkObject *accessible = gtk_widget_get_accessible (value);

  gtk_label_set_line_wrap (GTK_LABEL (label), FALSE);
  gtk_size_group_add_widget (labels, label);
  atk_object_add_relationship (accessible, ATK_RELATION_LABELLED_BY, gtk_widget_get_accessible (label));
  gtk_widget_set_hexpand (value, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (value, GTK_ALIGN_BASELINE);
  gtk_grid_attach (grid, label, 0, (int) line, 1, 1);
  gtk_grid_attach (grid, value, 1, (int) line, 1, 1);
}

GtkWidget *
buoy_fact_new (BuoyNotice *notice, guint finding, BuoyFactPlace place, GtkSizeGroup *labels)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING / 2);
  GtkWidget *grid = gtk_grid_new ();
  guint n_lines = buoy_notice_get_n_lines (notice, finding);

  gtk_grid_set_column_spacing (GTK_GRID (grid), 2 * SPACING);
  gtk_widget_set_margin_start (grid, 2 * SPACING);
  if (place == BUOY_FACT_IN_BANNER)
    n_lines = MIN (n_lines, MAX_BANNER_LINES);
  for (guint i = 0; i < n_lines; i++)
    add_line (GTK_GRID (grid), notice, finding, i, place, labels);

  gtk_container_add (GTK_CONTAINER (box),
                     buoy_label_new (buoy_notice_get_title (notice, finding), PANGO_WEIGHT_NORMAL));
  gtk_container_add (GTK_CONTAINER (box), grid);
  return box;
}

/* The headline wraps where there is no room for one line. */
GtkWidget *
buoy_headline_new (BuoyNotice *notice)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2 * SPACING);
  GtkWidget *word = buoy_label_new (buoy_notice_get_level_word (notice), PANGO_WEIGHT_BOLD);
  GtkWidget *headline = buoy_label_new (buoy_notice_get_headline (notice), PANGO_WEIGHT_BOLD);

  gtk_label_set_line_wrap (GTK_LABEL (word), FALSE);
  gtk_widget_set_valign (word, GTK_ALIGN_CENTER);
  buoy_style_apply (word, "bellbuoy-word", buoy_notice_get_level (notice));
  gtk_widget_set_valign (headline, GTK_ALIGN_CENTER);
  gtk_box_pack_start (GTK_BOX (box), word, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), headline, TRUE, TRUE, 0);
  return box;
}
