/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A bar that says what was just done, with a button to undo it.
 */
#pragma once

#include <gtk/gtk.h>

/* @action: the name of the action in @actions that undoes it */
GtkWidget *buoy_undo_bar_new (const char *words, GActionGroup *actions, const char *action);
