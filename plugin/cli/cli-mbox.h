/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The messages of one file, pipe or standard input: one, or those of an mbox.
 */
#pragma once

#include "cli-input.h"

/* Passes each message to @func, in order; one message at a time is kept in memory. */
void cli_mbox_read (const char *path, CliMessageFunc func, gpointer data);
