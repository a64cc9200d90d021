/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A list in the settings, used as a set.
 */
#pragma once

#include <gio/gio.h>

gboolean buoy_setting_list_has (GSettings *settings, const char *key, GVariant *value);

/* Appends @value to the list unless it is there, or removes it. Writes nothing if that changes nothing. Returns FALSE
 * if the key is locked. A floating @value is consumed.
 */
gboolean buoy_setting_list_set (GSettings *settings, const char *key, GVariant *value, gboolean present);
