/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Searches the pictures of a message for QR codes and turns those into links.
 */
#pragma once

#include "message/buoy-message.h"

/* Passes the pictures of @message, and of everything in it, to @look, and frees them. */
void buoy_pictures_look (BuoyMessage *message, BuoyPictureFunc look, gpointer user_data);
