/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The texts are those of client/, so that all clients ask the same.
 */
#include "config.h"

#include "buoy-trust.h"

#include <glib/gi18n-lib.h>

#include "buoy-bar.h"
#include "buoy-buttons.h"
#include "buoy-facts.h"
#include "buoy-sentence.h"
#include "buoy-trust-words.h"

void
buoy_trust_ask (GtkWindow *parent, const char *sender, const char *site, BuoyOpenFunc trust, gpointer data,
                GDestroyNotify free_data)
{
  g_autofree char *title = buoy_trust_ask_whether (sender, site);
  BuoyQuestion *question = buoy_question_new (parent, GTK_MESSAGE_QUESTION, title, buoy_trust_advise (site));

  gtk_window_set_modal (GTK_WINDOW (question), TRUE);
  gtk_dialog_add_buttons (GTK_DIALOG (question), _ ("_Trust"), GTK_RESPONSE_ACCEPT, _ ("Do _Not Trust"),
                          GTK_RESPONSE_CANCEL, NULL);
  buoy_question_run (question, GTK_RESPONSE_CANCEL, trust, data, free_data);
}

GtkWidget *
buoy_trust_bar_new (const char *sender, const char *site, GActionGroup *actions)
{
  g_autofree char *words = buoy_trust_tell (sender, site);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2 * BUOY_BAR_SPACING);
  GtkWidget *label = buoy_label_new (words, PANGO_WEIGHT_NORMAL);
  /* Translators: a button; the mnemonic must not clash with the menus of a mail client. */
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Undo"));
  GtkWidget *icon = gtk_image_new_from_icon_name ("emblem-ok-symbolic", GTK_ICON_SIZE_BUTTON);
  GtkWidget *bar;

  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_box_pack_start (GTK_BOX (row), label, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (row), button, FALSE, FALSE, 0);
  gtk_widget_insert_action_group (row, BUOY_ACTIONS, actions);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), BUOY_ACTIONS "." BUOY_ACTION_UNDO_TRUST);
  bar = buoy_bar_new (icon, row);
  buoy_bar_set (BUOY_BAR (bar), BUOY_LEVEL_NONE, words);
  gtk_widget_show_all (bar);
  return bar;
}
