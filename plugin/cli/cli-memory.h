/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The memory that the commands use.
 */
#pragma once

#include <bellbuoy.h>

#define CLI_MEMORY_BATCH 200 /* messages that are written at once; a kill loses at most these */

/* Opens @path (NULL: the reader's own); NULL after an error was reported. */
BuoyMemory *cli_memory_open (const char *path);

/* @account, or if that is NULL the only one that @memory knows, or a name for what the command line teaches. (transfer
 * full)
 */
char *cli_memory_choose_account (BuoyMemory *memory, const char *account);
