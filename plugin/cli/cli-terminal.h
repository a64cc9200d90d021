/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a terminal can show: colours on standard output, and a progress line on standard error.
 */
#pragma once

#include <bellbuoy.h>

/* Escape sequences; empty if standard output has no colours. */
const char *cli_terminal_colour (BuoyLevel level);
const char *cli_terminal_end_colour (void);

/* Whether a line on standard error can be replaced by the next. */
gboolean cli_terminal_can_progress (void);
