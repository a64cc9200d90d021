/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a reader sees before the message itself. It is short: the gravest facts, the rest on request. Its widgets are
 * made once and then only filled, since a message may cost the mail client next to nothing.
 */
#include "config.h"

#include "buoy-banner.h"

#include "buoy-bar.h"
#include "buoy-details.h"
#include "buoy-fact-list.h"
#include "buoy-facts.h"
#include "buoy-headline.h"
#include "buoy-level-icon.h"
#include "buoy-scroll.h"
#include "buoy-sentence.h"

#define ICON_EMS 2.4
#define SPACING BUOY_BAR_SPACING
#define KEY "bellbuoy-banner"

typedef struct
{
  GtkWidget *icon;
  GtkWidget *headline;
  GtkWidget *facts;
  GtkWidget *advice;
  GtkWidget *buttons;
  BuoyNotice *notice; /* NULL while it is hidden */
} Banner;

static void
free_banner (gpointer data)
{
  Banner *self = data;

  g_clear_pointer (&self->notice, buoy_notice_unref);
  g_free (self);
}

static void
on_details (GtkWidget *buttons, Banner *self)
{
  GtkWidget *window = gtk_widget_get_toplevel (buttons);

  if (self->notice != NULL)
    buoy_details_present (self->notice, GTK_IS_WINDOW (window) ? GTK_WINDOW (window) : NULL);
}

/* In a small window the facts give way, never the headline, the advice and the buttons. */
static GtkWidget *
column_new (Banner *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  gtk_container_add (GTK_CONTAINER (column), self->headline);
  gtk_container_add (GTK_CONTAINER (column), buoy_scroll_new (self->facts));
  gtk_container_add (GTK_CONTAINER (column), self->advice);
  gtk_container_add (GTK_CONTAINER (column), self->buttons);
  return column;
}

GtkWidget *
buoy_banner_new (BuoyActionsFunc make_actions, gpointer host)
{
  Banner *self = g_new0 (Banner, 1);
  GtkWidget *bar;

  self->icon = buoy_level_icon_new (BUOY_LEVEL_CAUTION, ICON_EMS);
  self->headline = buoy_headline_new ();
  self->facts = buoy_fact_list_new ();
  self->advice = buoy_sentence_new (NULL, PANGO_WEIGHT_NORMAL);
  self->buttons = g_object_new (BUOY_TYPE_BUTTONS, NULL);
  buoy_buttons_set_host (BUOY_BUTTONS (self->buttons), make_actions, host);
  g_signal_connect (self->buttons, "details", G_CALLBACK (on_details), self);
  bar = buoy_bar_new (self->icon, column_new (self));
  g_object_set_data_full (G_OBJECT (bar), KEY, self, free_banner);
  gtk_widget_show_all (bar);
  gtk_widget_hide (bar);
  return bar;
}

void
buoy_banner_prepare (GtkWidget *banner)
{
  Banner *self = g_object_get_data (G_OBJECT (banner), KEY);

  buoy_fact_list_prepare (self->facts);
}

/* It appears when all is in its place. */
void
buoy_banner_show (GtkWidget *banner, BuoyNotice *notice, gboolean can_mark_junk)
{
  Banner *self = g_object_get_data (G_OBJECT (banner), KEY);
  const BuoyLevel level = buoy_notice_get_level (notice);
  g_autofree char *name
      = g_strdup_printf ("%s: %s", buoy_notice_get_level_word (notice), buoy_notice_get_headline (notice));

  g_clear_pointer (&self->notice, buoy_notice_unref);
  self->notice = buoy_notice_ref (notice);
  buoy_level_icon_set (BUOY_LEVEL_ICON (self->icon), level);
  buoy_headline_set (BUOY_HEADLINE (self->headline), buoy_notice_get_level (notice),
                     buoy_notice_get_level_word (notice), buoy_notice_get_headline (notice));
  buoy_fact_list_set (self->facts, notice);
  gtk_label_set_text (GTK_LABEL (self->advice), buoy_notice_get_advice (notice));
  buoy_buttons_reset (BUOY_BUTTONS (self->buttons), can_mark_junk);
  buoy_bar_set (BUOY_BAR (banner), level, name);
  atk_object_set_description (gtk_widget_get_accessible (banner), buoy_notice_get_advice (notice));
  gtk_widget_show (banner);
}

void
buoy_banner_hide (GtkWidget *banner)
{
  Banner *self = g_object_get_data (G_OBJECT (banner), KEY);

  gtk_widget_hide (banner);
  g_clear_pointer (&self->notice, buoy_notice_unref);
  buoy_buttons_reset (BUOY_BUTTONS (self->buttons), FALSE);
}
