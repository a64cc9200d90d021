/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Messages from what the command line names: a file, an mbox, a Maildir, a folder of files, standard input.
 */
#pragma once

#include <gio/gio.h>

typedef struct
{
  const char *path;
  guint index;         /* in its file */
  gboolean is_only;    /* the file contains no other */
  GBytes *bytes;       /* NULL: it could not be read */
  const GError *error; /* why not */
} CliMessage;

/* Called for each message, which exists for that call only. */
typedef void (*CliMessageFunc) (const CliMessage *message, gpointer data);

/* Passes every message in @path to @func, in order. */
void cli_input_read (const char *path, CliMessageFunc func, gpointer data);

/* The number of files in @path, for the progress line. */
guint cli_input_count (const char *path);
