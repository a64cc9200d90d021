/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The bytes of a message in a sealed memory file, which is handed to the worker program as it is, as often as needed:
 * nothing is copied, and nobody can change it meanwhile, as the file of a mailbox could be.
 */
#pragma once

#include <gio/gio.h>

/* Reads at most @max_bytes from @file, a regular file, from where it stands. NULL with G_IO_ERROR; then the caller may
 * still read it into ordinary memory. Any thread. (transfer full)
 */
GBytes *buoy_worker_bytes_read (int file, gsize max_bytes, GCancellable *cancellable, GError **error);

/* A descriptor of the memory file of @bytes, to be closed; -1 if they are not in one, or no descriptor is left. */
int buoy_worker_bytes_open (GBytes *bytes);
