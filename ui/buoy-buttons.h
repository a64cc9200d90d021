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

/* A button for more about the message, which the signal "details" tells of; one that marks as junk; and one that opens
 * a menu. They wrap where there is no room for one line.
 */
#define BUOY_TYPE_BUTTONS (buoy_buttons_get_type ())
G_DECLARE_FINAL_TYPE (BuoyButtons, buoy_buttons, BUOY, BUTTONS, BuoyWrapBox)

/* @make_actions is called when the reader wants to do something, which is seldom. */
void buoy_buttons_set_host (BuoyButtons *self, BuoyActionsFunc make_actions, gpointer host);

/* Another message: what was made for the one before is forgotten. */
void buoy_buttons_reset (BuoyButtons *self, gboolean can_mark_junk);
