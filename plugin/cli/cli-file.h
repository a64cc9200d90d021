/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Bytes from a file, a pipe or standard input, also compressed ones (gzip). Devices, sockets and pipes without a writer
 * are errors.
 */
#pragma once

#include <gio/gio.h>

#include "cli-gunzip.h"

#define CLI_MAX_MESSAGE_BYTES (256u * 1024 * 1024) /* mail servers take 150 MB at most */

typedef struct
{
  int fd;
  gboolean is_pipe;  /* a named one */
  gboolean begun;    /* the pipe has a writer */
  gboolean is_known; /* whether the file is compressed */
  CliGunzip *gunzip; /* NULL: it is not */
} CliFile;

/* Opens the named file; "-" is standard input. */
gboolean cli_file_open (CliFile *file, const char *path, GError **error);
void cli_file_close (CliFile *file);

/* Fills @block, except at the end of the file. Returns the number of bytes, -1 with @error set. */
gssize cli_file_read (CliFile *file, guint8 *block, gsize size, GError **error);

/* A whole file of at most the size of a message; NULL with @error set. */
GBytes *cli_file_read_all (const char *path, GError **error);

/* Reports that a message is longer than CLI_MAX_MESSAGE_BYTES. */
void cli_file_set_too_long (GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliFile, cli_file_close)
