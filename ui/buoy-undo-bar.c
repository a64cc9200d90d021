/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "buoy-undo-bar.h"

#include <glib/gi18n-lib.h>

#include "buoy-bar.h"
#include "buoy-buttons.h"
#include "buoy-sentence.h"
#include "buoy-style.h"

GtkWidget *
buoy_undo_bar_new (const char *words, GActionGroup *actions, const char *action)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2 * BUOY_BAR_SPACING);
  GtkWidget *label = buoy_label_new (words, PANGO_WEIGHT_NORMAL);
  /* Translators: a button; the mnemonic must not clash with the menus of a mail client. */
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Undo"));
  GtkWidget *icon = gtk_image_new_from_icon_name ("emblem-ok-symbolic", GTK_ICON_SIZE_BUTTON);
  g_autofree char *detailed = g_strconcat (BUOY_ACTIONS ".", action, NULL);
  GtkWidget *bar;

  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_box_pack_start (GTK_BOX (row), label, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (row), button, FALSE, FALSE, 0);
  gtk_widget_insert_action_group (row, BUOY_ACTIONS, actions);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), detailed);
  bar = buoy_bar_new (icon, row);
  buoy_bar_set (BUOY_BAR (bar), BUOY_LEVEL_NONE, words);
  gtk_widget_show_all (bar);
  return bar;
}
