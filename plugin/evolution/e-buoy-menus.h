/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An entry of ours in Evolution's menus about a message.
 */
#pragma once

#include "e-buoy-compat.h"

/* "Check this message" in the menus of the window that @display stands in, once, whichever message it shows. Nothing
 * where there is no such window.
 */
void e_buoy_menus_want (EMailDisplay *display);
