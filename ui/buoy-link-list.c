/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Shown sites are above actual ones, so that they can be compared; an honest link needs one line.
 */
#include "config.h"

#include "buoy-link-list.h"

#include <glib/gi18n-lib.h>

#include "buoy-facts.h"
#include "buoy-host-label.h"
#include "buoy-style.h"
#include "buoy-sentence.h"

#define SPACING 6

/* The text says the same as the colour. */
static GtkWidget *
note_new (const char *note, gboolean is_false, BuoyLevel level)
{
  GtkWidget *label = buoy_label_new (note, is_false ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);

  gtk_widget_set_halign (label, GTK_ALIGN_START);
  buoy_style_apply (label, is_false ? "bellbuoy-word" : "bellbuoy-dim", is_false ? level : BUOY_LEVEL_NONE);
  return label;
}

static void
add_line (GtkGrid *grid, int row, const char *label, const char *value, GtkSizeGroup *labels)
{
  GtkWidget *left = buoy_label_new (label, PANGO_WEIGHT_NORMAL);
  GtkWidget *right = buoy_host_label_new (value, TRUE);

  gtk_label_set_line_wrap (GTK_LABEL (left), FALSE);
  gtk_size_group_add_widget (labels, left);
  atk_object_add_relationship (gtk_widget_get_accessible (right), ATK_RELATION_LABELLED_BY,
                               gtk_widget_get_accessible (left));
  gtk_grid_attach (grid, left, 0, row, 1, 1);
  gtk_grid_attach (grid, right, 1, row, 1, 1);
}

static void
add_facts (GtkGrid *grid, int row, const GPtrArray *facts)
{
  for (guint i = 0; i < facts->len; i++)
    gtk_grid_attach (grid, buoy_label_new (g_ptr_array_index (facts, i), PANGO_WEIGHT_NORMAL), 0, row + (int) i, 2, 1);
}

static GtkWidget *
link_new (const BuoyStoryLink *link, BuoyLevel level, GtkSizeGroup *labels)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 2 * SPACING);
  gtk_grid_set_row_spacing (GTK_GRID (grid), SPACING / 3);
  add_line (GTK_GRID (grid), 0, _ ("Shown"), link->shown, labels);
  add_line (GTK_GRID (grid), 1, _ ("Really opens"), link->host, labels);
  gtk_grid_attach (GTK_GRID (grid), note_new (link->note, link->is_false, level), 1, 2, 1, 1);
  add_facts (GTK_GRID (grid), 3, link->facts);
  buoy_style_apply (grid, "bellbuoy-card", BUOY_LEVEL_NONE);
  return grid;
}

GtkWidget *
buoy_link_list_new (BuoyStory *story, BuoyLevel level)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  g_autoptr (GtkSizeGroup) labels = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  const GPtrArray *links = buoy_story_get_links (story);
  guint n_more = buoy_story_get_n_more_links (story);

  for (guint i = 0; i < links->len; i++)
    gtk_container_add (GTK_CONTAINER (list), link_new (g_ptr_array_index (links, i), level, labels));
  if (n_more > 0)
    {
      /* Translators: %u is how many links are left out. */
      g_autofree char *more = g_strdup_printf (_ ("More links: %u"), n_more);

      gtk_container_add (GTK_CONTAINER (list), note_new (more, FALSE, level));
    }
  return list;
}
