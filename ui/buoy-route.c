/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A line with a symbol for each hop. It is solid for trusted hops and broken for unverified ones; arrows show the
 * message's direction.
 */
#include "config.h"

#include "buoy-route.h"

#include "buoy-facts.h"
#include "buoy-host-label.h"
#include "buoy-route-mark.h"
#include "buoy-style.h"
#include "buoy-sentence.h"

#define SPACING 6

static void
add_dim (GtkWidget *card, const char *text)
{
  GtkWidget *label = buoy_label_new (text, PANGO_WEIGHT_NORMAL);

  buoy_style_apply (label, "bellbuoy-dim", BUOY_LEVEL_NONE);
  gtk_container_add (GTK_CONTAINER (card), label);
}

static GtkWidget *
card_new (const BuoyStoryHop *hop)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING / 3);

  gtk_container_add (GTK_CONTAINER (card), buoy_label_new (hop->title, PANGO_WEIGHT_NORMAL));
  if (hop->host != NULL)
    gtk_container_add (GTK_CONTAINER (card), buoy_host_label_new (hop->host, TRUE));
  if (hop->ip != NULL)
    gtk_container_add (GTK_CONTAINER (card), buoy_host_label_new (hop->ip, TRUE));
  if (hop->note != NULL)
    add_dim (card, hop->note);
  for (guint i = 0; i < hop->facts->len; i++)
    gtk_container_add (GTK_CONTAINER (card), buoy_label_new (g_ptr_array_index (hop->facts, i), PANGO_WEIGHT_NORMAL));
  buoy_style_apply (card, "bellbuoy-card", BUOY_LEVEL_NONE);
  gtk_widget_set_hexpand (card, TRUE);
  return card;
}

/* A hop and the line below it; the symbol fills its row, so that the line has no gaps. */
static void
add_hop (GtkGrid *grid, const GPtrArray *hops, guint index, BuoyLevel level)
{
  const gboolean last = index + 1 == hops->len;
  const BuoyStoryHop *hop = g_ptr_array_index (hops, index);
  const BuoyStoryHop *below = last ? hop : g_ptr_array_index (hops, index + 1);
  GtkWidget *card = card_new (hop);
  GtkWidget *mark = buoy_route_mark_new (hop->kind, hop->kind == BUOY_HOP_BOUNDARY ? level : BUOY_LEVEL_NONE,
                                         index == 0, last, below->kind == BUOY_HOP_UNVERIFIED);

  if (hop->kind == BUOY_HOP_UNVERIFIED)
    buoy_style_apply (card, "bellbuoy-unverified", BUOY_LEVEL_NONE);
  else if (hop->kind == BUOY_HOP_BOUNDARY)
    buoy_style_apply (card, "bellbuoy-boundary", level);
  gtk_widget_set_margin_bottom (card, last ? 0 : 2 * SPACING);
  gtk_grid_attach (grid, mark, 0, (int) index, 1, 1);
  gtk_grid_attach (grid, card, 1, (int) index, 1, 1);
}

GtkWidget *
buoy_route_new (BuoyStory *story, BuoyLevel level)
{
  GtkWidget *grid = gtk_grid_new ();
  const GPtrArray *hops = buoy_story_get_hops (story);

  gtk_grid_set_column_spacing (GTK_GRID (grid), 2 * SPACING);
  for (guint i = 0; i < hops->len; i++)
    add_hop (GTK_GRID (grid), hops, i, level);
  return grid;
}
