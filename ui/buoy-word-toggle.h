/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A word of a setting that is a list, as a check button.
 */
#pragma once

#include <gtk/gtk.h>

#define BUOY_TYPE_WORD_TOGGLE (buoy_word_toggle_get_type ())
G_DECLARE_FINAL_TYPE (BuoyWordToggle, buoy_word_toggle, BUOY, WORD_TOGGLE, GtkCheckButton)

/* On while @word is in the list @key. Grey if the organisation always has it there. */
GtkWidget *buoy_word_toggle_new (GSettings *settings, const char *key, const char *word, const char *title);

/* On while @word is not in it: for a list of what is off. */
GtkWidget *buoy_word_toggle_new_inverse (GSettings *settings, const char *key, const char *word, const char *title);
