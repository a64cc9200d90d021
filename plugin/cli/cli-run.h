/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Analyses all messages in the named paths, prints what was found, and counts.
 */
#pragma once

#include "cli-mailboxes.h"
#include "memory/store/buoy-memory.h"

typedef struct
{
  BuoyContext *context;
  CliMailboxes *mailboxes; /* what was learned from the paths; NULL if nothing */
  BuoyMemory *memory;      /* NULL if the memory is not used */
  char *account;           /* the account in @memory */
  gboolean json;
  gboolean online;
  gboolean timing;
  gboolean strict;       /* files in a folder that are not messages are errors, too */
  gboolean follow_links; /* also follow symbolic links out of a named folder */
  BuoyLevel fail_level;  /* above danger to never fail */
  BuoyLevel shown_level; /* messages below it are not printed */
  guint n_jobs;          /* number of messages analysed in parallel */
} CliRunOptions;

/* Returns the exit status. */
int cli_run (const CliRunOptions *options, char **paths);
