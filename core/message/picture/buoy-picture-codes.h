/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Has the pictures of a message looked at, and makes links of what their QR codes say.
 */
#pragma once

#include "message/buoy-message.h"

/* Has the pictures of @message, and of all within it, looked at by @look; lets them go. */
void buoy_pictures_look (BuoyMessage *message, BuoyPictureFunc look, gpointer user_data);
