/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which actions there are is the host's to say: an entry of the menu nobody here knows, a button only by its name.
 */
#include "config.h"

#include "buoy-buttons.h"

#include <glib/gi18n-lib.h>

#include "buoy-wrap-box.h"

#define SPACING 6
#define KEY "bellbuoy-buttons"

typedef struct
{
  BuoyActionsFunc make_actions;
  gpointer host;
  GtkWidget *junk;
  GtkWidget *popup;
  GActionGroup *actions; /* NULL until the reader wants something */
  GMenu *menu;           /* of them */
} Buttons;

/* The button of the menu has them too, once it was opened. */
static void
give_actions (Buttons *self, GActionGroup *actions, GMenuModel *menu)
{
  gtk_widget_insert_action_group (gtk_menu_get_attach_widget (GTK_MENU (self->popup)), BUOY_ACTIONS, actions);
  gtk_menu_shell_bind_model (GTK_MENU_SHELL (self->popup), menu, NULL, TRUE);
}

static void
forget_actions (Buttons *self)
{
  g_clear_object (&self->actions);
  g_clear_object (&self->menu);
}

static void
free_buttons (gpointer data)
{
  forget_actions (data);
  g_free (data);
}

static void
want_actions (Buttons *self)
{
  if (self->actions != NULL)
    return;
  self->menu = g_menu_new ();
  self->actions = self->make_actions (self->menu, self->host);
}

/* The next message comes before this is over. */
static void
on_junk (GtkButton *button, Buttons *self)
{
  GActionGroup *actions;

  want_actions (self);
  actions = g_object_ref (self->actions);
  g_action_group_activate_action (actions, BUOY_ACTION_MARK_JUNK, NULL);
  g_object_unref (actions);
}

/* Just before the menu gets its place: it costs nothing while nobody opens it. */
static void
on_show_menu (GtkWidget *popup, Buttons *self)
{
  want_actions (self);
  give_actions (self, self->actions, G_MENU_MODEL (self->menu));
}

static GtkWidget *
junk_button_new (void)
{
  /* Translators: a button; the mnemonic must not clash with the menus of a mail client. */
  return gtk_button_new_with_mnemonic (_ ("Mark as _Junk"));
}

static GtkWidget *
more_button_new (GtkWidget *popup)
{
  GtkWidget *button = gtk_menu_button_new ();
  /* Translators: a button that opens a menu; the mnemonic must not clash with the menus of a mail client. */
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("More O_ptions"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);

  gtk_box_pack_start (GTK_BOX (box), label, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic", GTK_ICON_SIZE_BUTTON), FALSE,
                      FALSE, 0);
  gtk_container_remove (GTK_CONTAINER (button), gtk_bin_get_child (GTK_BIN (button)));
  gtk_container_add (GTK_CONTAINER (button), box);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), button);
  /* no popover, which would be cut off by a small pane */
  gtk_menu_button_set_popup (GTK_MENU_BUTTON (button), popup);
  atk_object_set_name (gtk_widget_get_accessible (button), gtk_label_get_text (GTK_LABEL (label)));
  return button;
}

GtkWidget *
buoy_buttons_new (GtkWidget *first, BuoyActionsFunc make_actions, gpointer host)
{
  GtkWidget *row = buoy_wrap_box_new (SPACING);
  Buttons *self = g_new0 (Buttons, 1);

  self->make_actions = make_actions;
  self->host = host;
  self->junk = junk_button_new ();
  self->popup = gtk_menu_new ();
  g_object_set_data_full (G_OBJECT (row), KEY, self, free_buttons);
  g_signal_connect (self->junk, "clicked", G_CALLBACK (on_junk), self);
  g_signal_connect (self->popup, "show", G_CALLBACK (on_show_menu), self);
  gtk_container_add (GTK_CONTAINER (row), first);
  gtk_container_add (GTK_CONTAINER (row), self->junk);
  gtk_container_add (GTK_CONTAINER (row), more_button_new (self->popup));
  return row;
}

void
buoy_buttons_reset (GtkWidget *buttons, gboolean can_mark_junk)
{
  Buttons *self = g_object_get_data (G_OBJECT (buttons), KEY);

  if (self->actions != NULL)
    give_actions (self, NULL, NULL);
  forget_actions (self);
  gtk_widget_set_visible (self->junk, can_mark_junk);
}
