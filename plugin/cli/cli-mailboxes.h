/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the named folders and mbox files teach about the servers that received their mail, before any of it is analysed.
 */
#pragma once

#include <bellbuoy.h>

typedef struct _CliMailboxes CliMailboxes;

/* A new context with the options of the command line; NULL after an error was reported. */
typedef BuoyContext *(*CliContextFunc) (gpointer data);

/* Reads all messages in @paths (not standard input or pipes, which can be read only once). @func makes a context for
 * what was learned.
 */
CliMailboxes *cli_mailboxes_learn (char **paths, gboolean follow_links, CliContextFunc func, gpointer data);
void cli_mailboxes_free (CliMailboxes *mailboxes);

/* The context for a message of the file @path: with what the widest of its folders that taught something taught; NULL
 * if none did.
 */
BuoyContext *cli_mailboxes_get_context (CliMailboxes *mailboxes, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliMailboxes, cli_mailboxes_free)
