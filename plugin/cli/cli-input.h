/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads messages from a path on the command line: a file, an mbox, a Maildir, a folder of files, standard input.
 */
#pragma once

#include <gio/gio.h>

typedef struct
{
  const char *path;
  guint index;         /* position in its file */
  gboolean is_only;    /* the only message in the file */
  gboolean is_named;   /* the file is named on the command line, rather than a folder around it */
  gboolean is_skipped; /* skipped on purpose, for the reason in @error */
  GBytes *bytes;       /* NULL if it could not be read */
  const GError *error; /* why @bytes is NULL */
} CliMessage;

/* Called for each message, which is valid only during the call. */
typedef void (*CliMessageFunc) (const CliMessage *message, gpointer data);

/* Passes every message in @path to @func, in order, including skipped ones. @follow_links: also follow symbolic links
 * that lead out of a folder.
 */
void cli_input_read (const char *path, gboolean follow_links, CliMessageFunc func, gpointer data);

/* The size of all files in @path, for the progress line. */
guint64 cli_input_measure (const char *path, gboolean follow_links);
