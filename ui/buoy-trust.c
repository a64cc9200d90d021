/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The texts are those of client/, so that all clients ask the same.
 */
#include "config.h"

#include "buoy-trust.h"

#include <glib/gi18n-lib.h>

#include "buoy-trust-words.h"
#include "buoy-undo-bar.h"

void
buoy_trust_ask (GtkWindow *parent, const char *sender, const char *site, BuoyOpenFunc trust, gpointer data,
                GDestroyNotify free_data)
{
  g_autofree char *title = buoy_trust_ask_whether (sender, site);
  BuoyQuestion *question = buoy_question_new (parent, GTK_MESSAGE_QUESTION, title, buoy_trust_advise (site));

  gtk_window_set_modal (GTK_WINDOW (question), TRUE);
  gtk_dialog_add_buttons (GTK_DIALOG (question), _ ("Do _Not Trust"), GTK_RESPONSE_CANCEL, _ ("_Trust"),
                          GTK_RESPONSE_ACCEPT, NULL);
  buoy_question_run (question, GTK_RESPONSE_CANCEL, trust, data, free_data);
}

GtkWidget *
buoy_trust_bar_new (const char *sender, const char *site, GActionGroup *actions)
{
  g_autofree char *words = buoy_trust_tell (sender, site);

  return buoy_undo_bar_new (words, actions, BUOY_ACTION_UNDO_TRUST);
}
