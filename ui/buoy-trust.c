/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is trusted is a proven name, not a message; the words say so, and that it can be taken back.
 */
#include "config.h"

#include "buoy-trust.h"

#include <glib/gi18n-lib.h>

#include "bellbuoy.h"
#include "buoy-bar.h"
#include "buoy-buttons.h"
#include "buoy-facts.h"
#include "buoy-sentence.h"

static char *
title_of (const char *sender, const char *site)
{
  g_autofree char *shown_sender = buoy_shown_text (sender);
  g_autofree char *shown_site = site != NULL ? buoy_shown_text (site) : NULL;

  if (site == NULL)
    /* Translators: %s is the domain of the sender. */
    return g_strdup_printf (_ ("Trust mail from %s?"), shown_sender);
  /* Translators: %1$s is the domain of the sender, %2$s the site that links open. */
  return g_strdup_printf (_ ("Are links to %2$s fine in mail from %1$s?"), shown_sender, shown_site);
}

static const char *
advice_on (const char *site)
{
  if (site == NULL)
    return _ (
        "It is proven where this message is from, not that its sender is honest. Trust only whom you know. What is "
        "not proven, or disguised, is warned of all the same. You can take it back in the preferences.");
  return _ ("These links show another site than they open. While the sender is proven, they will open without a "
            "question. You can take it back in the preferences.");
}

void
buoy_trust_ask (GtkWindow *parent, const char *sender, const char *site, BuoyOpenFunc trust, gpointer data,
                GDestroyNotify free_data)
{
  g_autofree char *title = title_of (sender, site);
  GtkWidget *dialog = gtk_message_dialog_new (parent, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                                              GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE, "%s", title);

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s", advice_on (site));
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Trust"), GTK_RESPONSE_ACCEPT);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("Do _not trust"), GTK_RESPONSE_CANCEL);
  buoy_question_run (dialog, GTK_RESPONSE_CANCEL, trust, data, free_data);
}

static char *
words_of (const char *sender, const char *site)
{
  g_autofree char *shown_sender = buoy_shown_text (sender);
  g_autofree char *shown_site = site != NULL ? buoy_shown_text (site) : NULL;

  if (site == NULL)
    /* Translators: %s is the domain of the sender. */
    return g_strdup_printf (_ ("Trusted: mail from %s, while it is proven"), shown_sender);
  /* Translators: %1$s is the domain of the sender, %2$s the site that links open. */
  return g_strdup_printf (_ ("Trusted: links to %2$s in mail from %1$s, while it is proven"), shown_sender, shown_site);
}

GtkWidget *
buoy_trust_bar_new (const char *sender, const char *site, GActionGroup *actions)
{
  g_autofree char *words = words_of (sender, site);
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
  buoy_bar_set (bar, BUOY_LEVEL_NONE, words);
  gtk_widget_show_all (bar);
  return bar;
}
