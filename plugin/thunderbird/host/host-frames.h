/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Splits standard input into frames: a 32-bit length, then a JSON object (PROTOCOL.md).
 */
#pragma once

#include <glib.h>
#include <json-glib/json-glib.h>

#define HOST_MAX_FRAME (768 * 1024) /* a piece of a message is half of it */

typedef struct _HostFrames HostFrames;

/* Handles a frame, which is valid during the call only. Returns FALSE if it lacks a member that its type requires. */
typedef gboolean (*HostFrameFunc) (JsonObject *frame, gpointer user_data);

HostFrames *host_frames_new (HostFrameFunc func, gpointer user_data);
void host_frames_free (HostFrames *frames);

/* Processes @bytes and passes on each completed frame. Returns FALSE with @error set at the first invalid frame: the
 * stream can't be resynchronised after it.
 */
gboolean host_frames_feed (HostFrames *frames, const guint8 *bytes, gsize length, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HostFrames, host_frames_free)
