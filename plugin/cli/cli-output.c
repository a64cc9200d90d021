/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Output shared by all commands.
 */
#include "config.h"

#include "cli.h"

void
cli_complain (const char *path, const char *why)
{
  g_autofree char *shown_path = buoy_shown_name (path);
  g_autofree char *shown_why = buoy_shown_name (why);

  g_printerr ("bellbuoy: %s: %s\n", shown_path, shown_why);
}
