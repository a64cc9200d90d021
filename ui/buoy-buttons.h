/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the reader can do about a message, as a row of buttons.
 */
#pragma once

#include <gtk/gtk.h>

/* The names under which a bar's buttons and its menu reach the host's actions. */
#define BUOY_ACTIONS "bellbuoy"
#define BUOY_ACTION_MARK_JUNK "mark-junk"

/* The host's actions for the message that is shown; an entry for each that stands in the menu is appended to @menu and
 * names it "bellbuoy.NAME". (transfer full)
 */
typedef GActionGroup *(*BuoyActionsFunc) (GMenu *menu, gpointer host);

/* @first, a button that marks as junk, and one that opens a menu; they wrap where there is no room for one line.
 * @make_actions is called when the reader wants to do something, which is seldom.
 */
GtkWidget *buoy_buttons_new (GtkWidget *first, BuoyActionsFunc make_actions, gpointer host);

/* Another message: what was made for the one before is forgotten. */
void buoy_buttons_reset (GtkWidget *buttons, gboolean can_mark_junk);
