/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A list in the settings, used as a set.
 */
#pragma once

#include <gio/gio.h>

gboolean buoy_setting_list_has (GSettings *settings, const char *key, GVariant *value);

/* Appends @value to the list once, or removes it; nothing is written if that is so already. FALSE if the key is locked.
 * A floating @value is consumed.
 */
gboolean buoy_setting_list_set (GSettings *settings, const char *key, GVariant *value, gboolean present);
