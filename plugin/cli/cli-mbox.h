/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads the messages of one file, pipe or standard input: one, or those of an mbox.
 */
#pragma once

#include "cli-input.h"

/* Passes each message to @func, in order. Only one message is in memory at a time. */
void cli_mbox_read (const char *path, CliMessageFunc func, gpointer data);
