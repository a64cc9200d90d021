/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Shown and actual values are one above the other, so that they can be compared.
 */
#include "config.h"

#include "buoy-facts.h"

#include "buoy-host-label.h"
#include "buoy-sentence.h"

#define SPACING 6

void
buoy_line_add (GtkGrid *grid, int row, gboolean selectable)
{
  GtkWidget *label = buoy_label_new (NULL, PANGO_WEIGHT_NORMAL);
  GtkWidget *value = buoy_host_label_new ("", selectable);
  AtkObject *accessible = gtk_widget_get_accessible (value);

  gtk_label_set_line_wrap (GTK_LABEL (label), FALSE);
  atk_object_add_relationship (accessible, ATK_RELATION_LABELLED_BY, gtk_widget_get_accessible (label));
  gtk_widget_set_hexpand (value, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (value, GTK_ALIGN_BASELINE);
  gtk_widget_set_margin_start (label, 2 * SPACING);
  gtk_widget_set_margin_end (label, 2 * SPACING);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, value, 1, row, 1, 1);
}

void
buoy_line_set (GtkGrid *grid, int row, const char *label, const char *value)
{
  gtk_label_set_text (GTK_LABEL (gtk_grid_get_child_at (grid, 0, row)), label);
  buoy_host_label_set (BUOY_HOST_LABEL (gtk_grid_get_child_at (grid, 1, row)), value);
}

GtkWidget *
buoy_fact_new (const BuoyNoticeFinding *finding, GtkSizeGroup *labels)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING / 2);
  GtkWidget *grid = gtk_grid_new ();

  for (int i = 0; i < (int) finding->lines->len; i++)
    {
      const BuoyNoticeLine *line = g_ptr_array_index (finding->lines, i);

      buoy_line_add (GTK_GRID (grid), i, TRUE);
      buoy_line_set (GTK_GRID (grid), i, line->label, line->value);
      gtk_size_group_add_widget (labels, gtk_grid_get_child_at (GTK_GRID (grid), 0, i));
    }

  gtk_container_add (GTK_CONTAINER (box), buoy_sentence_new (finding->title, PANGO_WEIGHT_NORMAL));
  gtk_container_add (GTK_CONTAINER (box), grid);
  return box;
}
