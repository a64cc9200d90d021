/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the reader can do about a message, as a row of buttons.
 */
#pragma once

#include <gtk/gtk.h>

/* The names under which a bar's buttons and its menu reach the host's actions. */
#define BUOY_ACTIONS "bellbuoy"
#define BUOY_ACTION_MARK_JUNK "mark-junk"

/* @first, then a button for each known action that @actions has, then a menu button for @menu where it has entries.
 * They wrap where there is no room for one line. Both may be NULL; the menu's entries name actions "bellbuoy.NAME".
 */
GtkWidget *buoy_buttons_new (GtkWidget *first, GActionGroup *actions, GMenuModel *menu);
