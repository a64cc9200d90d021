/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Output shared by all commands.
 */
#include "config.h"

#include "cli.h"
#include "notice/buoy-shown.h"

#include <glib/gi18n.h>

void
cli_complain (const char *path, const char *why)
{
  g_autofree char *shown_path = buoy_shown_name (path);
  g_autofree char *shown_why = buoy_shown_name (why);

  g_printerr ("bellbuoy: %s: %s\n", shown_path, shown_why);
}

gboolean
cli_parse_options (GOptionContext *options, const char *command, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *surplus = NULL;

  if (!g_option_context_parse (options, &argc, &argv, &error))
    {
      cli_complain (command, error->message);
      return FALSE;
    }
  if (argc < 2)
    return TRUE;
  /* Translators: %s is what was written behind a command. */
  surplus = g_strdup_printf (_ ("unexpected argument “%s”"), argv[1]);
  cli_complain (command, surplus);
  return FALSE;
}
