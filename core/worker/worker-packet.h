/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Packets with file descriptors over a SOCK_SEQPACKET socket; used by both ends.
 */
#pragma once

#include <glib.h>
#include <sys/types.h>

/* Sends @size bytes at @data, and @n_files descriptors, of which the sender keeps its own. FALSE with errno set if
 * the other end is closed or does not read in time.
 */
gboolean buoy_packet_send (int socket, gconstpointer data, gsize size, const int *files, guint n_files);

/* Receives one packet. @files has room for @max_files descriptors, which are close-on-exec; those that are missing are
 * -1, those that are too many are closed. Returns the packet's size, 0 if the other end is closed, -1 with errno set.
 */
ssize_t buoy_packet_receive (int socket, gpointer data, gsize size, int *files, guint max_files, int flags);
