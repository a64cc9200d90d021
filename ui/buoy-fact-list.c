/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One grid for all facts: each has rows for its title and its evidence. Rows are created when first needed, and hidden
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

  guint n_facts;
  guint n_lines[MAX_FACTS]; /* of evidence */
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

static void
set_fact (BuoyFactList *self, guint index, const BuoyNoticeFinding *fact)
{
  GtkGrid *grid = GTK_GRID (self);
  const int row = row_of (index);

  self->n_lines[index] = MIN (fact->lines->len, MAX_LINES);
  want_row (grid, row);
  gtk_label_set_text (GTK_LABEL (gtk_grid_get_child_at (grid, 0, row)), fact->title);
  for (guint i = 0; i < self->n_lines[index]; i++)
    {
      const BuoyNoticeLine *line = g_ptr_array_index (fact->lines, i);

      want_row (grid, row + 1 + (int) i);
      buoy_line_set (grid, row + 1 + (int) i, line->label, line->value);
    }
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

  self->n_facts = count_facts (findings);
  for (guint i = 0; i < self->n_facts; i++)
    set_fact (self, i, g_ptr_array_index (findings, i));
}

void
buoy_fact_list_limit (BuoyFactList *self, guint n_facts, guint n_lines, int title_lines)
{
  GtkGrid *grid = GTK_GRID (self);

  for (guint fact = 0; fact < MAX_FACTS; fact++)
    {
      const gboolean shown = fact < MIN (self->n_facts, n_facts);
      GtkWidget *title = gtk_grid_get_child_at (grid, 0, row_of (fact));

      show_row (grid, row_of (fact), shown);
      if (title != NULL)
        buoy_label_limit (GTK_LABEL (title), title_lines);
      for (guint line = 0; line < MAX_LINES; line++)
        show_row (grid, row_of (fact) + 1 + (int) line, shown && line < MIN (self->n_lines[fact], n_lines));
    }
}
