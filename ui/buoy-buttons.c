/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which actions there are is the host's to say: an entry of the menu nobody here knows, a button only by its name.
 */
#include "config.h"

#include "buoy-buttons.h"

#include <glib/gi18n-lib.h>

#include "buoy-wrap-box.h"

#define SPACING 6

static GtkWidget *
junk_button_new (void)
{
  /* Translators: a button; the mnemonic must not clash with the menus of a mail client. */
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Mark as _Junk"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), BUOY_ACTIONS "." BUOY_ACTION_MARK_JUNK);
  return button;
}

static GtkWidget *
menu_button_new (GMenuModel *menu)
{
  GtkWidget *button = gtk_menu_button_new ();
  /* Translators: a button that opens a menu; the mnemonic must not clash with the menus of a mail client. */
  GtkWidget *label = gtk_label_new_with_mnemonic (_("More O_ptions"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);

  gtk_box_pack_start (GTK_BOX (box), label, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic", GTK_ICON_SIZE_BUTTON),
                      FALSE, FALSE, 0);
  gtk_container_remove (GTK_CONTAINER (button), gtk_bin_get_child (GTK_BIN (button)));
  gtk_container_add (GTK_CONTAINER (button), box);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), button);
  /* a popover would be cut off by a small pane */
  gtk_menu_button_set_use_popover (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  atk_object_set_name (gtk_widget_get_accessible (button), gtk_label_get_text (GTK_LABEL (label)));
  return button;
}

GtkWidget *
buoy_buttons_new (GtkWidget *first, GActionGroup *actions, GMenuModel *menu)
{
  GtkWidget *row = buoy_wrap_box_new (SPACING);

  if (actions != NULL)
    gtk_widget_insert_action_group (row, BUOY_ACTIONS, actions);
  gtk_container_add (GTK_CONTAINER (row), first);
  if (actions != NULL && g_action_group_has_action (actions, BUOY_ACTION_MARK_JUNK))
    gtk_container_add (GTK_CONTAINER (row), junk_button_new ());
  if (menu != NULL && g_menu_model_get_n_items (menu) > 0)
    gtk_container_add (GTK_CONTAINER (row), menu_button_new (menu));
  return row;
}
