/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A list in the settings, as rows that can be removed.
 */
#pragma once

#include <gtk/gtk.h>

#include "buoy-list-entry.h"

#define BUOY_TYPE_LIST_EDITOR (buoy_list_editor_get_type ())
G_DECLARE_FINAL_TYPE (BuoyListEditor, buoy_list_editor, BUOY, LIST_EDITOR, GtkBox)

/* The entries of @key, "as" or "a(ss)", each with a button that removes it. With @read, there is a field to add to an
 * "as", and @hint is an example of an entry. @name is for screen readers.
 */
GtkWidget *buoy_list_editor_new (GSettings *settings, const char *key, const char *name, const char *hint,
                                 BuoyListEntryFunc read);
