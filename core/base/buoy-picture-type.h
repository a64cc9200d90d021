/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The formats of pictures that mail programs show, told by their first bytes. Mail programs ignore what a message
 * declares a picture to be, so nothing here looks at that.
 */
#pragma once

#include <glib.h>

#define BUOY_PICTURE_MAGIC_BYTES 32 /* from which a format is told */

/**
 * buoy_picture_type:
 * @bytes: how a file begins; any bytes
 * @length: their number; %BUOY_PICTURE_MAGIC_BYTES suffice
 *
 * Returns: (nullable): gdk-pixbuf's name for the format, such as "png"; %NULL where it is no picture
 */
const char *buoy_picture_type (const void *bytes, gsize length);
