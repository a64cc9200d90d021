/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One grid for all: each fact has rows for its title and its evidence. Rows are created when first needed, and hidden
 * when unused.
 */
#include "config.h"

#include "buoy-fact-list.h"

#include "buoy-facts.h"
#include "buoy-sentence.h"

/* More would push the message out of a small window. */
#define MAX_FACTS 2
#define MAX_LINES 3
#define SPACING 6

struct _BuoyFactList
{
  GtkGrid parent;
};

G_DEFINE_FINAL_TYPE (BuoyFactList, buoy_fact_list, GTK_TYPE_GRID)

static int
row_of (guint fact)
{
  return (int) fact * (1 + MAX_LINES);
}

static void
show_row (GtkGrid *grid, int row, gboolean visible)
{
  for (int column = 0; column < 2; column++)
    {
      GtkWidget *cell = gtk_grid_get_child_at (grid, column, row);

      if (cell != NULL)
        gtk_widget_set_visible (cell, visible);
    }
}

static void
add_title (GtkGrid *grid, int row)
{
  GtkWidget *label = buoy_sentence_new (NULL, PANGO_WEIGHT_NORMAL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_top (label, row > 0 ? SPACING : 0);
  gtk_widget_set_margin_bottom (label, SPACING / 2);
  gtk_grid_attach (grid, label, 0, row, 2, 1);
}

/* Creates the row if necessary. */
static void
want_row (GtkGrid *grid, int row)
{
  if (gtk_grid_get_child_at (grid, 0, row) != NULL)
    return;
  if (row % (1 + MAX_LINES) == 0)
    add_title (grid, row);
  else
    buoy_line_add (grid, row, FALSE);
}

static guint
count_facts (const GPtrArray *findings)
{
  guint n_facts = 0;

  for (; n_facts < MIN (findings->len, MAX_FACTS); n_facts++)
    {
      const BuoyNoticeFinding *fact = g_ptr_array_index (findings, n_facts);

      if (buoy_finding_get_strength (fact->finding) == BUOY_STRENGTH_NOTE)
        break;
    }
  return n_facts;
}

/* Returns the first free row. */
static int
set_fact (GtkGrid *grid, int row, const BuoyNoticeFinding *fact)
{
  const guint n_lines = MIN (fact->lines->len, MAX_LINES);

  want_row (grid, row);
  gtk_label_set_text (GTK_LABEL (gtk_grid_get_child_at (grid, 0, row)), fact->title);
  show_row (grid, row++, TRUE);
  for (guint i = 0; i < n_lines; i++)
    {
      const BuoyNoticeLine *line = g_ptr_array_index (fact->lines, i);

      want_row (grid, row);
      buoy_line_set (grid, row, line->label, line->value);
      show_row (grid, row++, TRUE);
    }
  return row;
}

static void
buoy_fact_list_class_init (BuoyFactListClass *klass)
{
}

static void
buoy_fact_list_init (BuoyFactList *self)
{
}

void
buoy_fact_list_prepare (BuoyFactList *self)
{
  for (int row = 0; row < row_of (MAX_FACTS); row++)
    want_row (GTK_GRID (self), row);
}

void
buoy_fact_list_set (BuoyFactList *self, BuoyNotice *notice)
{
  const GPtrArray *findings = buoy_notice_get_findings (notice);
  const guint n_facts = count_facts (findings);

  for (guint fact = 0; fact < MAX_FACTS; fact++)
    {
      int row = row_of (fact);

      if (fact < n_facts)
        row = set_fact (GTK_GRID (self), row, g_ptr_array_index (findings, fact));
      for (; row < row_of (fact + 1); row++)
        show_row (GTK_GRID (self), row, FALSE);
    }
}
