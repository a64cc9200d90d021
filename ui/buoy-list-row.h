/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An entry of a list in the settings, and a button that removes it.
 */
#pragma once

#include <gtk/gtk.h>

#define BUOY_TYPE_LIST_ROW (buoy_list_row_get_type ())
G_DECLARE_FINAL_TYPE (BuoyListRow, buoy_list_row, BUOY, LIST_ROW, GtkBox)

/* @value: an entry of @key, of type "s" or "(ss)" */
GtkWidget *buoy_list_row_new (GSettings *settings, const char *key, GVariant *value);
