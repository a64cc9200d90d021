/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Messages from what the command line names: a file, an mbox, a Maildir, a folder of files, standard input.
 */
#pragma once

#include <gio/gio.h>

/* Called for each message. @bytes NULL: it could not be read, for the reason in @error. */
typedef void (*CliMessageFunc) (const char *path, guint index, GBytes *bytes, const GError *error, gpointer data);

/* Passes every message in @path to @func, in order. */
void cli_input_read (const char *path, CliMessageFunc func, gpointer data);

/* The number of files in @path, for the progress line. */
guint cli_input_count (const char *path);
