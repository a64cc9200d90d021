/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * NO_COLOR disables colours if it is not empty (no-color.org). A terminal without TERM, or with "dumb", supports no
 * escape sequences.
 */
#include "config.h"

#include "cli-terminal.h"

#include <unistd.h>

static gboolean
is_dumb (void)
{
  const char *term = g_getenv ("TERM");

  return term == NULL || *term == '\0' || g_str_equal (term, "dumb");
}

static gboolean
has_colours (void)
{
  const char *no_colour = g_getenv ("NO_COLOR");

  return isatty (STDOUT_FILENO) && !is_dumb () && (no_colour == NULL || *no_colour == '\0');
}

const char *
cli_terminal_colour (BuoyLevel level)
{
  static const char *const colours[] = { "\033[2m", "\033[1;33m", "\033[1;31m" };

  return has_colours () ? colours[level] : "";
}

const char *
cli_terminal_end_colour (void)
{
  return has_colours () ? "\033[0m" : "";
}

gboolean
cli_terminal_can_progress (void)
{
  return isatty (STDERR_FILENO) && !is_dumb ();
}
