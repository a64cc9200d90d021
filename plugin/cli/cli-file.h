/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Bytes from a file, a pipe or standard input, also compressed ones (gzip). Devices, sockets and pipes without a writer
 * are errors.
 */
#pragma once

#include <gio/gio.h>

#include "cli-gunzip.h"

#define CLI_MAX_MESSAGE_BYTES (256u * 1024 * 1024) /* mail servers accept at most 150 MB */

typedef struct
{
  int fd;
  gboolean is_pipe;  /* a named pipe */
  gboolean begun;    /* the pipe has a writer */
  gboolean is_known; /* it is known whether the file is compressed */
  CliGunzip *gunzip; /* NULL if it is not compressed */
} CliFile;

/* Opens the named file; "-" is standard input. */
gboolean cli_file_open (CliFile *file, const char *path, GError **error);
void cli_file_close (CliFile *file);

/* Fills @block, except at the end of the file. Returns the number of bytes, or -1 with @error set. */
gssize cli_file_read (CliFile *file, guint8 *block, gsize size, GError **error);

/* Reads a file of at most CLI_MAX_MESSAGE_BYTES. (transfer full) (nullable): NULL with @error set */
GBytes *cli_file_read_all (const char *path, GError **error);

/* Reports that a message is longer than CLI_MAX_MESSAGE_BYTES. */
void cli_file_set_too_long (GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliFile, cli_file_close)
