/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A page in Evolution's preferences.
 */
#pragma once

#include "e-buoy-compat.h"

#define E_TYPE_BUOY_PREFERENCES (e_buoy_preferences_get_type ())
G_DECLARE_FINAL_TYPE (EBuoyPreferences, e_buoy_preferences, E, BUOY_PREFERENCES, EExtension)

void e_buoy_preferences_type_register (GTypeModule *type_module);
