/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the reader can do about a message, as a row of buttons.
 */
#pragma once

#include <gtk/gtk.h>

#include "buoy-wrap-box.h"

/* The names under which a bar's buttons and its menu reach the host's actions. */
#define BUOY_ACTIONS "bellbuoy"
#define BUOY_ACTION_MARK_JUNK "mark-junk"

/* The host's actions for the displayed message; menu entries are appended to @menu with names "bellbuoy.NAME".
 * (transfer full)
 */
typedef GActionGroup *(*BuoyActionsFunc) (GMenu *menu, gpointer host);

typedef enum
{
  BUOY_FOLD_NONE,   /* there is room for everything */
  BUOY_FOLD_FOLDED, /* not everything fits */
  BUOY_FOLD_OPEN    /* not everything fits, but the reader wants to see it */
} BuoyFold;

/* A button for details, which emits "details"; one that marks as junk; one that opens a menu; and one that shows
 * everything or less, which emits "fold". They wrap if there is no room for one line.
 */
#define BUOY_TYPE_BUTTONS (buoy_buttons_get_type ())
G_DECLARE_FINAL_TYPE (BuoyButtons, buoy_buttons, BUOY, BUTTONS, BuoyWrapBox)

/* @make_actions is called when the reader first uses a button, which is rare. */
void buoy_buttons_set_host (BuoyButtons *self, BuoyActionsFunc make_actions, gpointer host);

/* Shows the button for everything or less, unless @fold is none. @only_fold: there is no room for the other buttons. */
void buoy_buttons_set_fold (BuoyButtons *self, BuoyFold fold, gboolean only_fold);

/* Closes the menu, and drops the actions for a message that is no longer displayed. */
void buoy_buttons_clear (BuoyButtons *self);

/* The actions for a verdict, also in a menu that is open. */
void buoy_buttons_renew (BuoyButtons *self, gboolean can_mark_junk);
