/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The extension of an EMailDisplay: a bar above its message.
 */
#pragma once

#include "e-buoy-compat.h"

#define E_TYPE_BUOY_DISPLAY (e_buoy_display_get_type ())
G_DECLARE_FINAL_TYPE (EBuoyDisplay, e_buoy_display, E, BUOY_DISPLAY, EExtension)

void e_buoy_display_type_register (GTypeModule *type_module);
