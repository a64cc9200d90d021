/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a reader sees before the message itself. It is short: the two gravest facts at most, the rest on request.
 */
#include "config.h"

#include "buoy-banner.h"

#include <glib/gi18n-lib.h>

#include "buoy-bar.h"
#include "buoy-buttons.h"
#include "buoy-details.h"
#include "buoy-facts.h"
#include "buoy-level-icon.h"
#include "buoy-scroll.h"

/* More would push the message out of a small window. */
#define MAX_FACTS 2
#define ICON_EMS 2.4
#define SPACING BUOY_BAR_SPACING

static void
on_details (GtkButton *button, gpointer data)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (button));

  buoy_details_present (data, GTK_IS_WINDOW (window) ? GTK_WINDOW (window) : NULL);
}

static void
unref_notice (gpointer notice, GClosure *closure)
{
  buoy_notice_unref (notice);
}

static GtkWidget *
details_button_new (BuoyNotice *notice)
{
  /* Translators: a button; the mnemonic must not clash with the menus of a mail client. */
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Details"));

  g_signal_connect_data (button, "clicked", G_CALLBACK (on_details), buoy_notice_ref (notice), unref_notice, 0);
  return button;
}

static gboolean
carries_weight (BuoyNotice *notice, guint finding)
{
  return buoy_finding_get_strength (buoy_notice_get_finding (notice, finding)) != BUOY_STRENGTH_NOTE;
}

static GtkWidget *
facts_new (BuoyNotice *notice)
{
  GtkWidget *facts = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  g_autoptr (GtkSizeGroup) labels = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  guint n_facts = MIN (buoy_notice_get_n_findings (notice), MAX_FACTS);

  for (guint i = 0; i < n_facts && carries_weight (notice, i); i++)
    gtk_container_add (GTK_CONTAINER (facts), buoy_fact_new (notice, i, BUOY_FACT_IN_BANNER, labels));
  return facts;
}

/* In a small window the facts give way, never the headline, the advice and the buttons. */
static GtkWidget *
column_new (BuoyNotice *notice, GtkWidget *buttons)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  gtk_container_add (GTK_CONTAINER (column), buoy_headline_new (notice));
  gtk_container_add (GTK_CONTAINER (column), buoy_scroll_new (facts_new (notice)));
  gtk_container_add (GTK_CONTAINER (column),
                     buoy_label_new (buoy_notice_get_advice (notice), PANGO_WEIGHT_NORMAL));
  gtk_container_add (GTK_CONTAINER (column), buttons);
  return column;
}

GtkWidget *
buoy_banner_new (BuoyNotice *notice, GActionGroup *actions, GMenuModel *menu)
{
  BuoyLevel level = buoy_notice_get_level (notice);
  g_autofree char *name = g_strdup_printf ("%s: %s", buoy_notice_get_level_word (notice),
                                           buoy_notice_get_headline (notice));
  GtkWidget *buttons = buoy_buttons_new (details_button_new (notice), actions, menu);
  GtkWidget *bar = buoy_bar_new (level, buoy_level_icon_new (level, ICON_EMS), column_new (notice, buttons),
                                 name);

  atk_object_set_description (gtk_widget_get_accessible (bar), buoy_notice_get_advice (notice));
  gtk_widget_show_all (bar);
  return bar;
}
