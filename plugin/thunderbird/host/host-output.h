/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What goes to the extension, in order, without waiting for it.
 */
#pragma once

#include <gio/gio.h>

typedef struct _HostOutput HostOutput;

/* It was read, or nobody reads any more: @error. */
typedef void (*HostOutputFunc) (const GError *error, gpointer user_data);

/* Takes @stream. Calls @written whenever something was. */
HostOutput *host_output_new (GOutputStream *stream, HostOutputFunc written, gpointer user_data);
void host_output_free (HostOutput *output);

/* Takes @frame. */
void host_output_send (HostOutput *output, GBytes *frame);

/* How many bytes wait to be read. */
gsize host_output_get_backlog (HostOutput *output);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HostOutput, host_output_free)
