/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which actions there are is the host's to say: an entry of the menu nobody here knows, a button only by its name.
 */
#include "config.h"

#include "buoy-buttons.h"

#include <glib/gi18n-lib.h>

#define SPACING 6

/* A flow box is there for items to choose from; here it only wraps. */
static void
add_button (GtkWidget *flow, GtkWidget *button)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_container_add (GTK_CONTAINER (child), button);
  gtk_widget_set_can_focus (child, FALSE);
  atk_object_set_role (gtk_widget_get_accessible (child), ATK_ROLE_FILLER);
  gtk_container_add (GTK_CONTAINER (flow), child);
}

static GtkWidget *
flow_new (void)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), SPACING);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), SPACING);
  gtk_widget_set_can_focus (flow, FALSE);
  gtk_widget_set_halign (flow, GTK_ALIGN_START);
  atk_object_set_role (gtk_widget_get_accessible (flow), ATK_ROLE_PANEL);
  return flow;
}

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
  GtkWidget *label = gtk_label_new_with_mnemonic (_("Mo_re"));
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
  GtkWidget *flow = flow_new ();

  if (actions != NULL)
    gtk_widget_insert_action_group (flow, BUOY_ACTIONS, actions);
  add_button (flow, first);
  if (actions != NULL && g_action_group_has_action (actions, BUOY_ACTION_MARK_JUNK))
    add_button (flow, junk_button_new ());
  if (menu != NULL && g_menu_model_get_n_items (menu) > 0)
    add_button (flow, menu_button_new (menu));
  return flow;
}
