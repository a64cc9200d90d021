/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Starts what runs independently of messages, together with Evolution.
 */
#pragma once

#include "e-buoy-compat.h"

#define E_TYPE_BUOY_START (e_buoy_start_get_type ())
G_DECLARE_FINAL_TYPE (EBuoyStart, e_buoy_start, E, BUOY_START, EExtension)

void e_buoy_start_type_register (GTypeModule *type_module);
