/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The image formats that mail programs show, by their first bytes. Mail programs ignore the declared type, and so does
 * this.
 */
#pragma once

#include <glib.h>

#define BUOY_PICTURE_MAGIC_BYTES 32 /* enough to recognise a format */

/**
 * buoy_picture_type:
 * @bytes: the beginning of a file; any bytes
 * @length: their number; %BUOY_PICTURE_MAGIC_BYTES are enough
 *
 * Returns: (nullable): gdk-pixbuf's name for the format, such as "png"; %NULL if it is unknown
 */
const char *buoy_picture_type (const void *bytes, gsize length);
