/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Animation frames that are shown long enough to be scanned.
 */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "qr/qr-private.h"

/* NULL if there is only one frame. */
QrFrames *qr_frames_new (GdkPixbufAnimation *animation);
void qr_frames_free (QrFrames *frames);

/* The next frame, starting after the first one shown; (transfer none), NULL. @picture: has the budget for drawing the
 * frames, and is marked as unread if that does not suffice.
 */
GdkPixbuf *qr_frames_next (QrFrames *frames, QrPicture *picture);

/* Whether browsers animate @bytes: an APNG, or a WebP or AVIF picture with frames. Loaders may know only the first. */
gboolean qr_frames_are_in (const guchar *bytes, gsize length, const char *type);
