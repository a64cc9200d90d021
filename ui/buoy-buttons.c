/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The host provides the actions: menu entries are opaque here, buttons are known by name.
 */
#include "config.h"

#include "buoy-buttons.h"

#include <glib/gi18n-lib.h>

#include "buoy-template.h"

struct _BuoyButtons
{
  BuoyWrapBox parent;

  GtkWidget *details;
  GtkWidget *junk;
  GtkWidget *more;
  GtkLabel *more_words;
  GtkMenuShell *popup;
  GtkWidget *fold;

  gboolean can_mark_junk;
  BuoyActionsFunc make_actions;
  gpointer host;
  GActionGroup *actions; /* NULL until the reader uses a button */
  GMenu *menu;           /* menu of @actions */
};

G_DEFINE_FINAL_TYPE (BuoyButtons, buoy_buttons, BUOY_TYPE_WRAP_BOX)

static guint details_signal, fold_signal;

/* The menu button gets them, too, once it was opened. */
static void
give_actions (BuoyButtons *self, GActionGroup *actions, GMenuModel *menu)
{
  gtk_widget_insert_action_group (self->more, BUOY_ACTIONS, actions);
  gtk_menu_shell_bind_model (self->popup, menu, NULL, TRUE);
}

static void
forget_actions (BuoyButtons *self)
{
  g_clear_object (&self->actions);
  g_clear_object (&self->menu);
}

static void
want_actions (BuoyButtons *self)
{
  if (self->actions != NULL)
    return;
  self->menu = g_menu_new ();
  self->actions = self->make_actions (self->menu, self->host);
}

static void
on_details (BuoyButtons *self)
{
  g_signal_emit (self, details_signal, 0);
}

static void
on_fold (BuoyButtons *self)
{
  g_signal_emit (self, fold_signal, 0);
}

/* The next message may be shown before this returns. */
static void
on_junk (BuoyButtons *self)
{
  GActionGroup *actions;

  want_actions (self);
  actions = g_object_ref (self->actions);
  g_action_group_activate_action (actions, BUOY_ACTION_MARK_JUNK, NULL);
  g_object_unref (actions);
}

/* Makes the menu just before it is positioned, so that it costs nothing until someone opens it. */
static void
on_show_menu (BuoyButtons *self)
{
  want_actions (self);
  give_actions (self, self->actions, G_MENU_MODEL (self->menu));
}

static void
buoy_buttons_finalize (GObject *object)
{
  forget_actions (BUOY_BUTTONS (object));
  G_OBJECT_CLASS (buoy_buttons_parent_class)->finalize (object);
}

static void
buoy_buttons_class_init (BuoyButtonsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = buoy_buttons_finalize;
  details_signal = g_signal_new ("details", BUOY_TYPE_BUTTONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  fold_signal = g_signal_new ("fold", BUOY_TYPE_BUTTONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  buoy_template_set (widget_class, "buoy-buttons.ui");
  gtk_widget_class_bind_template_child (widget_class, BuoyButtons, details);
  gtk_widget_class_bind_template_child (widget_class, BuoyButtons, junk);
  gtk_widget_class_bind_template_child (widget_class, BuoyButtons, more);
  gtk_widget_class_bind_template_child (widget_class, BuoyButtons, more_words);
  gtk_widget_class_bind_template_child (widget_class, BuoyButtons, popup);
  gtk_widget_class_bind_template_child (widget_class, BuoyButtons, fold);
  gtk_widget_class_bind_template_callback (widget_class, on_details);
  gtk_widget_class_bind_template_callback (widget_class, on_fold);
  gtk_widget_class_bind_template_callback (widget_class, on_junk);
  gtk_widget_class_bind_template_callback (widget_class, on_show_menu);
}

static void
buoy_buttons_init (BuoyButtons *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  atk_object_set_name (gtk_widget_get_accessible (self->more), gtk_label_get_text (self->more_words));
}

void
buoy_buttons_set_host (BuoyButtons *self, BuoyActionsFunc make_actions, gpointer host)
{
  self->make_actions = make_actions;
  self->host = host;
}

void
buoy_buttons_set_fold (BuoyButtons *self, BuoyFold fold, gboolean only_fold)
{
  /* Translators: a button that shows the whole warning, or only its most important part. */
  gtk_button_set_label (GTK_BUTTON (self->fold), fold == BUOY_FOLD_OPEN ? _ ("Show Less") : _ ("Show All"));
  gtk_widget_set_visible (self->fold, fold != BUOY_FOLD_NONE);
  gtk_widget_set_visible (self->details, !only_fold);
  gtk_widget_set_visible (self->junk, !only_fold && self->can_mark_junk);
  gtk_widget_set_visible (self->more, !only_fold);
}

void
buoy_buttons_clear (BuoyButtons *self)
{
  gtk_menu_shell_deactivate (self->popup); /* the button must not stay pressed */
  if (self->actions != NULL)
    give_actions (self, NULL, NULL);
  forget_actions (self);
}

void
buoy_buttons_renew (BuoyButtons *self, gboolean can_mark_junk)
{
  self->can_mark_junk = can_mark_junk;
  if (gtk_widget_get_visible (GTK_WIDGET (self->popup)))
    {
      forget_actions (self);
      on_show_menu (self);
    }
  else
    buoy_buttons_clear (self);
}
