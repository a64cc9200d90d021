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
  gboolean is_named;   /* the command line names the file, not a folder around it */
  gboolean is_skipped; /* left out on purpose, for the reason in @error */
  GBytes *bytes;       /* NULL: it could not be read */
  const GError *error; /* why not */
} CliMessage;

/* Called for each message, which exists for that call only. */
typedef void (*CliMessageFunc) (const CliMessage *message, gpointer data);

/* Passes every message in @path to @func, in order, and what is skipped. @follow_links: also out of a folder. */
void cli_input_read (const char *path, gboolean follow_links, CliMessageFunc func, gpointer data);

/* The size of all files in @path, for the progress line. */
guint64 cli_input_measure (const char *path, gboolean follow_links);
