/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Frames to the extension, written asynchronously and in order.
 */
#pragma once

#include <gio/gio.h>

typedef struct _HostOutput HostOutput;

/* Called after each write; @error is set if the pipe is closed. */
typedef void (*HostOutputFunc) (const GError *error, gpointer user_data);

/* @stream: (transfer full) */
HostOutput *host_output_new (GOutputStream *stream, HostOutputFunc written, gpointer user_data);
void host_output_free (HostOutput *output);

/* @frame: (transfer full) */
void host_output_send (HostOutput *output, GBytes *frame);

/* The number of bytes not yet written. */
gsize host_output_get_backlog (HostOutput *output);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HostOutput, host_output_free)
