/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A bar that tells what was just done, with a button that undoes it.
 */
#pragma once

#include <gtk/gtk.h>

/* @action is the name of the one in @actions that undoes it. */
GtkWidget *buoy_undo_bar_new (const char *words, GActionGroup *actions, const char *action);
