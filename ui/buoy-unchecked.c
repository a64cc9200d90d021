/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Small and without a colour unless the sender caused it: it is neither a warning nor a statement that the message is
 * harmless.
 */
#include "config.h"

#include "buoy-unchecked.h"

#include <glib/gi18n-lib.h>

#include "buoy-bar.h"
#include "buoy-facts.h"
#include "buoy-headline.h"
#include "buoy-level-icon.h"
#include "buoy-sentence.h"
#include "buoy-unjudged.h"

#define ICON_EMS 2.4 /* as in a banner */

static GtkWidget *
quiet_bar_new (const char *icon_name, const char *words)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name, GTK_ICON_SIZE_BUTTON);
  GtkWidget *bar;

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  bar = buoy_bar_new (icon, buoy_label_new (words, PANGO_WEIGHT_NORMAL));
  buoy_bar_set (BUOY_BAR (bar), BUOY_LEVEL_NONE, words);
  gtk_widget_show_all (bar);
  return bar;
}

GtkWidget *
buoy_unchecked_new (const char *why)
{
  g_autofree char *words = buoy_unjudged_tell (why);

  return quiet_bar_new ("dialog-question-symbolic", words);
}

GtkWidget *
buoy_unchecked_new_partly (const char *words)
{
  return quiet_bar_new ("dialog-question-symbolic", words);
}

GtkWidget *
buoy_unchecked_new_running (void)
{
  return quiet_bar_new ("content-loading-symbolic", _ ("This message is still being checked"));
}

/* Looks like a banner. */
GtkWidget *
buoy_unchecked_new_warning (const char *why)
{
  const char *headline = buoy_unjudged_get_headline ();
  const char *advice = buoy_unjudged_advise ();
  g_autofree char *name = g_strdup_printf ("%s: %s", _ ("Caution"), headline);
  g_autofree char *words = buoy_unjudged_tell (why);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, BUOY_BAR_SPACING);
  GtkWidget *title = buoy_headline_new ();
  GtkWidget *bar;

  buoy_headline_set (BUOY_HEADLINE (title), BUOY_LEVEL_CAUTION, _ ("Caution"), headline);
  gtk_container_add (GTK_CONTAINER (column), title);
  gtk_container_add (GTK_CONTAINER (column), buoy_sentence_new (words, PANGO_WEIGHT_NORMAL));
  gtk_container_add (GTK_CONTAINER (column), buoy_sentence_new (advice, PANGO_WEIGHT_NORMAL));
  bar = buoy_bar_new (buoy_level_icon_new (BUOY_LEVEL_CAUTION, ICON_EMS), column);
  buoy_bar_set (BUOY_BAR (bar), BUOY_LEVEL_CAUTION, name);
  atk_object_set_description (gtk_widget_get_accessible (bar), advice);
  gtk_widget_show_all (bar);
  return bar;
}
