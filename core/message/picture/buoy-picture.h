/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Pictures of a message: kept as bytes if they will be searched for QR codes, otherwise only counted.
 */
#pragma once

#include "message/buoy-message.h"
#include "message/mime/buoy-gmime.h"

/* Keeps or counts the picture embedded in an <img src="data:…">. */
void buoy_picture_read_inline (BuoyMessage *message, const char *src);

/* Keeps or counts @part if it is a picture. */
void buoy_picture_read (BuoyMessage *message, GMimePart *part);

/* Keeps or counts a picture that was generated here. */
void buoy_picture_add (BuoyMessage *message, GBytes *picture);

/* Keeps or counts pictures in data: URLs in @text: a style sheet, or an attribute. */
void buoy_pictures_read_text (BuoyMessage *message, const char *text);
