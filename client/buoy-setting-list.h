/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A list in the settings as a set: an entry is there or isn't.
 */
#pragma once

#include <gio/gio.h>

gboolean buoy_setting_list_has (GSettings *settings, const char *key, GVariant *value);

/* @value goes to the end of the list, once, or out of it; nothing is written where that is so already. FALSE where the
 * key is locked. All of them sink a floating @value.
 */
gboolean buoy_setting_list_set (GSettings *settings, const char *key, GVariant *value, gboolean present);
