/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * `bellbuoy url`: what a browser would open, one JSON object per line.
 */
#include "config.h"

#include "cli.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
print_url (const char *text)
{
  g_autofree char *json = buoy_url_to_json (text);

  g_print ("%s\n", json);
}

static void
print_lines (void)
{
  char *line = NULL;
  size_t size = 0;
  ssize_t length;

  while ((length = getline (&line, &size, stdin)) > 0)
    {
      if (line[length - 1] == '\n')
        line[length - 1] = '\0';
      print_url (line);
    }
  free (line);
}

int
cli_url (int argc, char **argv)
{
  g_autoptr (GOptionContext) options = g_option_context_new (_ ("[URL…] - show what a browser would open"));
  g_autoptr (GError) error = NULL;

  if (!g_option_context_parse (options, &argc, &argv, &error))
    {
      cli_complain ("url", error->message);
      return CLI_TROUBLE;
    }
  if (argc < 2)
    print_lines ();
  for (int i = 1; i < argc; i++)
    print_url (argv[i]);
  return CLI_CLEAN;
}
