/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The frames of an animation that stand still long enough to be read.
 */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "qr/qr-private.h"

/* NULL where there is one frame only. */
QrFrames *qr_frames_new (GdkPixbufAnimation *animation);
void qr_frames_free (QrFrames *frames);

/* The frame behind the last one, at first behind the one that is shown first; (transfer none), NULL. */
GdkPixbuf *qr_frames_next (QrFrames *frames);
