/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Learns from the named folders and mbox files which servers received their mail, before any message is analysed.
 */
#pragma once

#include <bellbuoy.h>

typedef struct _CliMailboxes CliMailboxes;

/* A new context with the options of the command line; NULL after an error was reported. */
typedef BuoyContext *(*CliContextFunc) (gpointer data);

/* Reads all messages in @paths, except standard input and pipes, which can be read only once. @func makes the contexts
 * for what was learned.
 */
CliMailboxes *cli_mailboxes_learn (char **paths, gboolean follow_links, CliContextFunc func, gpointer data);
void cli_mailboxes_free (CliMailboxes *mailboxes);

/* The context for a message in the file @path, with what was learned from the widest of its folders for which that was
 * possible; NULL if there is none. (transfer none)
 */
BuoyContext *cli_mailboxes_get_context (CliMailboxes *mailboxes, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliMailboxes, cli_mailboxes_free)
