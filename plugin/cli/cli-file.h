/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Bytes out of a file, a pipe or standard input. A device, a socket and a pipe that nobody writes to are errors.
 */
#pragma once

#include <gio/gio.h>

#define CLI_MAX_MESSAGE_BYTES (256u * 1024 * 1024) /* mail servers take 150 MB at most */

typedef struct
{
  int fd;
  gboolean is_pipe; /* with a name */
  gboolean begun;   /* somebody writes to the pipe */
} CliFile;

/* Opens what somebody named; "-" is standard input. */
gboolean cli_file_open (CliFile *file, const char *path, GError **error);
void cli_file_close (CliFile *file);

/* Fills @block, but for the end of the file. Returns how much there is, -1 with @error set. */
gssize cli_file_read (CliFile *file, guint8 *block, gsize size, GError **error);

/* The whole of a file that is no longer than a message; NULL with @error set. */
GBytes *cli_file_read_all (const char *path, GError **error);

/* Says that a message is longer than CLI_MAX_MESSAGE_BYTES. */
void cli_file_set_too_long (GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliFile, cli_file_close)
