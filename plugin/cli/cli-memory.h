/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Opens the memory for several commands.
 */
#pragma once

#include <bellbuoy.h>

#include "memory/store/buoy-memory.h"

#define CLI_MEMORY_BATCH 200 /* messages per transaction, which are lost if the process is killed */

/* Opens @path (NULL for the reader's own memory). NULL after an error was reported. (transfer full) (nullable) */
BuoyMemory *cli_memory_open (const char *path);

/* The same, but @path must exist: a misspelt name is no empty memory. */
BuoyMemory *cli_memory_open_existing (const char *path);

/* @account, or if that is NULL the only account in @memory, or else a name for mail that the command line reads.
 * (transfer full)
 */
char *cli_memory_choose_account (BuoyMemory *memory, const char *account);

/* The header of @message without the rest of it, to be kept until it is learned from. (transfer full) */
GBytes *cli_memory_copy_header (GBytes *message);
