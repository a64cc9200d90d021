/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Small and without a colour: it is no warning, and no news of the message being harmless either.
 */
#include "config.h"

#include "buoy-unchecked.h"

#include <glib/gi18n-lib.h>

#include "buoy-bar.h"
#include "buoy-facts.h"

GtkWidget *
buoy_unchecked_new (const char *why)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-question-symbolic", GTK_ICON_SIZE_BUTTON);
  /* Translators: %s is the reason, half a sentence: "the message is empty". */
  g_autofree char *words = g_strdup_printf (_("This message could not be checked: %s"), why);
  GtkWidget *bar;

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  bar = buoy_bar_new (icon, buoy_label_new (words, PANGO_WEIGHT_NORMAL));
  buoy_bar_set (bar, BUOY_LEVEL_NONE, words);
  gtk_widget_show_all (bar);
  return bar;
}
