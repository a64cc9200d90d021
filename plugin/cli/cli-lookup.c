/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * `bellbuoy lookup`: shows who registered a domain, and when, or which name an IP address has, and where it is. The
 * only command that uses the network by default.
 */
#include "config.h"

#include "cli.h"

#include <glib/gi18n.h>

#include "cli-policy.h"
#include "net/buoy-lookup-server.h"
#include "net/rdap/buoy-lookup.h"
#include "notice/buoy-registration-text.h"
#include "notice/buoy-server-text.h"

typedef struct
{
  gboolean json;
  char *gateway;
  char *location_database;
  gboolean may_ask_registries;
  gboolean may_ask_names; /* whether reverse DNS may be looked up */
} LookupOptions;

static void
print_json (const char *host, const BuoyRegistration *registration, const GError *error, gint64 now)
{
  g_autofree char *line = buoy_lookup_to_json (host, registration, error, now);

  g_print ("%s\n", line);
}

/* @all_lines: (transfer full) */
static void
print_text (char **all_lines)
{
  g_auto (GStrv) lines = all_lines;

  for (guint i = 0; lines[i] != NULL; i += 2)
    /* Translators: a label and its value, such as "Registered on: 2026-11-24 (5 days ago)" */
    g_print (_ ("%s: %s\n"), lines[i], lines[i + 1]);
}

static void
print_server (const BuoyServer *server, gboolean json)
{
  g_autofree char *line = json ? buoy_server_to_json (server) : NULL;

  if (line != NULL)
    g_print ("%s\n", line);
  else
    print_text (buoy_server_tell (server));
}

static int
look_up_domain (const char *host, const LookupOptions *options)
{
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyRegistration) registration = buoy_lookup_registration (host, options->gateway, NULL, &error);

  if (options->json)
    print_json (host, registration, error, now);
  else if (registration != NULL)
    print_text (buoy_registration_tell (registration, now));
  else
    cli_complain (host, buoy_lookup_explain (error));
  return registration == NULL ? CLI_TROUBLE : CLI_CLEAN;
}

static int
look_up (const char *host, const LookupOptions *options)
{
  g_autoptr (BuoyServer) server
      = options->may_ask_names ? buoy_lookup_server (host, options->location_database, NULL) : NULL;

  if (server == NULL && options->may_ask_registries)
    return look_up_domain (host, options);
  if (server == NULL)
    {
      cli_complain (host, _ ("your organisation does not allow lookups"));
      return CLI_TROUBLE;
    }
  print_server (server, options->json);
  return CLI_CLEAN;
}

static int
look_up_all (char **hosts, int n_hosts, const LookupOptions *options)
{
  int status = CLI_CLEAN;

  for (int i = 0; i < n_hosts; i++)
    {
      if (i > 0 && !options->json)
        g_print ("\n");
      if (look_up (hosts[i], options) != CLI_CLEAN)
        status = CLI_TROUBLE;
    }
  return status;
}

/* Applies the settings and the organisation's policy. Returns FALSE after reporting that lookups are off. */
static gboolean
obey_settings (LookupOptions *options)
{
  g_autoptr (CliPolicy) policy = cli_policy_open (NULL, TRUE);
  g_autofree char *gateway = cli_policy_choose_text (policy, "lookup-gateway", options->gateway);
  g_autofree char *table = cli_policy_choose_text (policy, "location-database", options->location_database);

  if (!cli_policy_allows_lookups (policy))
    {
      cli_complain ("lookup", _ ("your organisation does not allow lookups"));
      return FALSE;
    }
  g_free (options->gateway);
  options->gateway = gateway != NULL && *gateway != '\0' ? g_steal_pointer (&gateway) : NULL;
  g_free (options->location_database);
  options->location_database = g_steal_pointer (&table);
  options->may_ask_registries = cli_policy_allows_lookup_kind (policy, "registration");
  options->may_ask_names = cli_policy_allows_lookup_kind (policy, "reverse-name");
  return TRUE;
}

static void
clear_options (LookupOptions *options)
{
  g_free (options->gateway);
  g_free (options->location_database);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LookupOptions, clear_options)

int
cli_lookup (int argc, char **argv)
{
  g_auto (LookupOptions) chosen = { 0 };
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &chosen.json, N_ ("One JSON object per host, one per line"), NULL },
    { "gateway", 0, 0, G_OPTION_ARG_STRING, &chosen.gateway, N_ ("Ask the organisation's own cache instead"),
      N_ ("URL") },
    { "location-database", 0, 0, G_OPTION_ARG_FILENAME, &chosen.location_database,
      N_ ("Location table in which to look up where an address is"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options
      = g_option_context_new (_ ("HOST|ADDRESS… - ask who registered a domain, and when, and for an address's name"));
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (options, entries, GETTEXT_PACKAGE);
  g_option_context_set_description (
      options,
      _ ("The registry learns that somebody asks for the domain, and nothing else; name servers learn the same of an "
         "address. Answers are kept for a while."));
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
  return obey_settings (&chosen) ? look_up_all (argv + 1, argc - 1, &chosen) : CLI_TROUBLE;
}
