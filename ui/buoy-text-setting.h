/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A line of text in the settings.
 */
#pragma once

#include <gtk/gtk.h>

#define BUOY_TYPE_TEXT_SETTING (buoy_text_setting_get_type ())
G_DECLARE_FINAL_TYPE (BuoyTextSetting, buoy_text_setting, BUOY, TEXT_SETTING, GtkEntry)

/* A field for @key, of type "s", stored when the reader leaves it. @name is for screen readers, @hint an example. */
GtkWidget *buoy_text_setting_new (GSettings *settings, const char *key, const char *name, const char *hint);
