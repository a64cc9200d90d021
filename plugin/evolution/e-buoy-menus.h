/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Our entry in Evolution's message menus.
 */
#pragma once

#include "e-buoy-compat.h"

/* Adds "Check this message" to the menus of @display's window, once, whichever message is shown. Does nothing if there
 * is no such window.
 */
void e_buoy_menus_want (EMailDisplay *display);
