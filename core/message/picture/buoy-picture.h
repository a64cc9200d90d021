/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Pictures of a message: kept as bytes where somebody looks for QR codes in them, else only counted.
 */
#pragma once

#include "message/buoy-message.h"
#include "message/mime/buoy-gmime.h"

/* Keeps or counts the picture that stands in an <img src="data:…"> itself. */
void buoy_picture_read_inline (BuoyMessage *message, const char *src);

/* Keeps or counts @part among the pictures of @message if it is one. */
void buoy_picture_read (BuoyMessage *message, GMimePart *part);

/* Keeps or counts a picture that was made here. */
void buoy_picture_add (BuoyMessage *message, GBytes *picture);

/* Keeps or counts the pictures whose data: addresses stand in @text: a style sheet, or an attribute. */
void buoy_pictures_read_text (BuoyMessage *message, const char *text);
