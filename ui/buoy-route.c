/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A line with a mark for each place. It is solid as far as the reader's own side saw it and broken below, where anybody
 * can write what he likes; arrows show which way the message went.
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
card_new (BuoyStory *story, guint hop)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING / 3);
  const char *host = buoy_story_get_hop_host (story, hop);
  const char *ip = buoy_story_get_hop_ip (story, hop);
  const char *note = buoy_story_get_hop_note (story, hop);

  gtk_container_add (GTK_CONTAINER (card), buoy_label_new (buoy_story_get_hop_title (story, hop), PANGO_WEIGHT_NORMAL));
  if (host != NULL)
    gtk_container_add (GTK_CONTAINER (card), buoy_host_label_new (host, TRUE));
  if (ip != NULL)
    gtk_container_add (GTK_CONTAINER (card), buoy_host_label_new (ip, TRUE));
  if (note != NULL)
    add_dim (card, note);
  buoy_style_apply (card, "bellbuoy-card", BUOY_LEVEL_NONE);
  gtk_widget_set_hexpand (card, TRUE);
  return card;
}

/* The hop and what is below it on the line; the mark fills its row, so that the line has no gaps. */
static void
add_hop (GtkGrid *grid, BuoyStory *story, guint hop, BuoyLevel level)
{
  BuoyHop kind = buoy_story_get_hop_kind (story, hop);
  gboolean last = hop + 1 == buoy_story_get_n_hops (story);
  BuoyHop below = last ? kind : buoy_story_get_hop_kind (story, hop + 1);
  GtkWidget *card = card_new (story, hop);
  GtkWidget *mark = buoy_route_mark_new (kind, kind == BUOY_HOP_BOUNDARY ? level : BUOY_LEVEL_NONE, hop == 0, last,
                                         below == BUOY_HOP_UNVERIFIED);

  if (kind == BUOY_HOP_UNVERIFIED)
    buoy_style_apply (card, "bellbuoy-unverified", BUOY_LEVEL_NONE);
  else if (kind == BUOY_HOP_BOUNDARY)
    buoy_style_apply (card, "bellbuoy-hand-over", level);
  gtk_widget_set_margin_bottom (card, last ? 0 : 2 * SPACING);
  gtk_grid_attach (grid, mark, 0, (int) hop, 1, 1);
  gtk_grid_attach (grid, card, 1, (int) hop, 1, 1);
}

GtkWidget *
buoy_route_new (BuoyStory *story, BuoyLevel level)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 2 * SPACING);
  for (guint i = 0; i < buoy_story_get_n_hops (story); i++)
    add_hop (GTK_GRID (grid), story, i, level);
  return grid;
}
