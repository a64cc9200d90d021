/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Analyses all messages in the named paths, prints what was found, and counts.
 */
#pragma once

#include "cli-mailboxes.h"

typedef struct
{
  BuoyContext *context;
  CliMailboxes *mailboxes; /* what the paths taught, in contexts of their own; NULL: nothing */
  BuoyMemory *memory;      /* what is known of senders; NULL: nothing is asked */
  char *account;           /* of @memory */
  gboolean json;
  gboolean online;
  gboolean timing;
  gboolean strict;       /* what is no message in a folder is an error too */
  gboolean follow_links; /* out of a named folder */
  BuoyLevel fail_level;  /* above danger: never */
  BuoyLevel shown_level; /* messages below it are not printed */
  guint n_jobs;          /* at a time */
} CliRunOptions;

/* Returns the exit status. */
int cli_run (const CliRunOptions *options, char **paths);
