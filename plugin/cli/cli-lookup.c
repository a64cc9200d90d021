/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * `bellbuoy lookup`: who registered a domain, and when. The only command that uses the network by default.
 */
#include "config.h"

#include "cli.h"

#include <glib/gi18n.h>

static void
print_json (const char *host, const BuoyRegistration *registration, const GError *error, gint64 now)
{
  g_autofree char *line = buoy_lookup_to_json (host, registration, error, now);

  g_print ("%s\n", line);
}

static void
print_text (const BuoyRegistration *registration, gint64 now)
{
  g_auto (GStrv) lines = buoy_registration_tell (registration, now);

  for (guint i = 0; lines[i] != NULL; i += 2)
    /* Translators: a label and its value, such as "Registered on: 2026-11-24 (5 days ago)" */
    g_print (_ ("%s: %s\n"), lines[i], lines[i + 1]);
}

static int
look_up (const char *host, const char *gateway, gboolean json)
{
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyRegistration) registration = buoy_lookup_registration (host, gateway, NULL, &error);

  if (json)
    print_json (host, registration, error, now);
  else if (registration != NULL)
    print_text (registration, now);
  else
    cli_complain (host, buoy_lookup_explain (error));
  return registration == NULL ? CLI_TROUBLE : CLI_CLEAN;
}

int
cli_lookup (int argc, char **argv)
{
  gboolean json = FALSE;
  g_autofree char *gateway = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("One JSON object a domain, one a line"), NULL },
    { "gateway", 0, 0, G_OPTION_ARG_STRING, &gateway, N_ ("Ask the organisation's own cache instead"), N_ ("URL") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options
      = g_option_context_new (_ ("HOST… - ask registries who registered a domain, and when"));
  g_autoptr (GError) error = NULL;
  int status = CLI_CLEAN;

  g_option_context_add_main_entries (options, entries, GETTEXT_PACKAGE);
  g_option_context_set_description (
      options,
      _ ("The registry learns that somebody asks for the domain, and nothing else. Answers are kept for a while."));
  if (!g_option_context_parse (options, &argc, &argv, &error))
    {
      cli_complain ("lookup", error->message);
      return CLI_TROUBLE;
    }
  if (argc < 2)
    {
      cli_complain ("lookup", _ ("name a host or a domain"));
      return CLI_TROUBLE;
    }
  for (int i = 1; i < argc; i++)
    {
      if (i > 1 && !json)
        g_print ("\n");
      if (look_up (argv[i], gateway, json) != CLI_CLEAN)
        status = CLI_TROUBLE;
    }
  return status;
}
