/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * `bellbuoy check`: its options.
 */
#include "config.h"

#include "cli.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "buoy-context-settings.h"
#include "cli-contacts.h"
#include "cli-file.h"
#include "cli-memory.h"
#include "cli-policy.h"
#include "cli-run.h"
#include "cli-values.h"
#include "notice/buoy-block-list-text.h"
#include "verdict/buoy-in-process.h"

#define MAX_JOBS 64

typedef struct
{
  CliRunOptions run;
  gboolean no_settings;
  int n_jobs;
  gboolean in_process;
  gboolean no_learn;
  char *memory;
  char *account;
  char *fail_on;
  char *only;
  char **trusted_hosts;
  char **own_addresses;
  char **gateways;
  char **own_domains;
  char **trusted_senders;
  char **trusted_links; /* "SENDER=SITE" */
  char **lists;         /* "NAME FORMAT SOURCE" */
  char **blocked_sites;
  char **allowed_sites;
  char *contacts;
  char *policy;
  char *location_database;
  char *language;
  char **paths;
  CliPolicy *in_force;   /* read once, since each folder of mail may have its own context */
  GBytes *contact_cards; /* read once, since it may be a pipe. (nullable) */
} CheckOptions;

static gboolean
read_level (const char *word, BuoyLevel *out_level)
{
  if (g_str_equal (word, "caution"))
    *out_level = BUOY_LEVEL_CAUTION;
  else if (g_str_equal (word, "danger"))
    *out_level = BUOY_LEVEL_DANGER;
  else
    return FALSE;
  return TRUE;
}

static gboolean
read_levels (CheckOptions *options)
{
  const char *fail_on = options->fail_on != NULL ? options->fail_on : "caution";

  options->run.fail_level = BUOY_LEVEL_DANGER + 1;
  if (!g_str_equal (fail_on, "never") && !read_level (fail_on, &options->run.fail_level))
    {
      cli_complain ("--fail-on", _ ("must be danger, caution or never"));
      return FALSE;
    }
  if (options->only != NULL && !read_level (options->only, &options->run.shown_level))
    {
      cli_complain ("--only", _ ("must be danger or caution"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_jobs (CheckOptions *options)
{
  if (options->n_jobs < 0 || options->n_jobs > MAX_JOBS)
    {
      /* Translators: %d is a number. */
      g_autofree char *why
          = g_strdup_printf (_ ("must be a number from 0, as many as there are processors, to %d"), MAX_JOBS);

      cli_complain ("--jobs", why);
      return FALSE;
    }
  options->run.n_jobs = options->n_jobs > 0 ? (guint) options->n_jobs : MIN (g_get_num_processors (), MAX_JOBS);
  return TRUE;
}

static gboolean
add_named (BuoyContext *context, const CheckOptions *options)
{
  return cli_values_add (context, "--trusted-host", options->trusted_hosts, buoy_context_add_trusted_host,
                         /* Translators: here and below, %s is what stands behind an option. */
                         _ ("“%s” is not a server name, an address or a network"))
         && cli_values_add (context, "--own-address", options->own_addresses, cli_values_add_own_address,
                            _ ("“%s” is not a mail address"))
         && cli_values_add (context, "--own-domain", options->own_domains, cli_values_add_own_domain,
                            _ ("“%s” is not a domain"))
         && cli_values_add (context, "--trusted-sender", options->trusted_senders, cli_values_add_trusted_sender,
                            _ ("“%s” is not a domain that belongs to somebody"))
         && cli_values_add (context, "--trusted-link", options->trusted_links, cli_values_add_trusted_link,
                            _ ("“%s” is not two domains, as in bank.example=mailer.example"))
         && cli_values_add (context, "--gateway", options->gateways, cli_values_add_gateway,
                            _ ("“%s” is not a server, as in links.firm.example, or links.firm.example:url"))
         && cli_values_add (context, "--block-site", options->blocked_sites, buoy_context_block_site,
                            _ ("“%s” is not a host, a host with a path, or *.domain"))
         && cli_values_add (context, "--allow-site", options->allowed_sites, buoy_context_allow_site,
                            _ ("“%s” is not a host, a host with a path, or *.domain"));
}

/* An option replaces the setting of the same meaning. */
static void
add_settings (BuoyContext *context, const CheckOptions *options)
{
  const struct
  {
    const char *key;
    char **values;
  } pairs[] = {
    { "receiving-servers", options->trusted_hosts }, { "own-domains", options->own_domains },
    { "trusted-senders", options->trusted_senders }, { "trusted-links", options->trusted_links },
    { "link-gateways", options->gateways },          { "lists", options->lists },
    { "block-sites", options->blocked_sites },       { "allow-sites", options->allowed_sites },
  };
  const char *replaced[G_N_ELEMENTS (pairs) + 1] = { NULL };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i].values != NULL)
      replaced[n++] = pairs[i].key;
  cli_policy_fill (options->in_force, replaced, context);
}

static gboolean
add_lists (BuoyContext *context, char **lists)
{
  for (guint i = 0; lists != NULL && lists[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BuoyBlockList) list = buoy_block_list_new (lists[i], &error);

      if (list == NULL)
        {
          g_autofree char *why = buoy_block_list_explain (error);

          cli_complain ("--list", why);
          return FALSE;
        }
      buoy_context_add_block_list (context, list);
    }
  return TRUE;
}

/* NULL after reporting an error. */
static BuoyContext *
context_new (gpointer data)
{
  const CheckOptions *options = data;
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autoptr (GError) error = NULL;

  add_settings (context, options);
  if (!add_named (context, options) || !add_lists (context, options->lists))
    return NULL;
  if (options->location_database != NULL)
    buoy_context_set_location_database (context, options->location_database);
  if (options->contact_cards != NULL && !cli_contacts_add (options->contact_cards, context, &error))
    {
      cli_complain (options->contacts, error->message);
      return NULL;
    }
  return g_steal_pointer (&context);
}

static gboolean
parse_options (int argc, char **argv, CheckOptions *options, GError **error)
{
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->run.json, N_ ("One JSON object per message, one per line"), NULL },
    { "fail-on", 0, 0, G_OPTION_ARG_STRING, &options->fail_on,
      N_ ("Level from which the exit status is 1: danger, caution (default), never"), N_ ("LEVEL") },
    { "only", 0, 0, G_OPTION_ARG_STRING, &options->only,
      N_ ("Print only messages with a warning of this level: danger, or caution for both"), N_ ("LEVEL") },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &options->run.strict,
      N_ ("Report files in folders that are not messages as errors"), NULL },
    { "follow-links", 0, 0, G_OPTION_ARG_NONE, &options->run.follow_links,
      N_ ("Follow symbolic links that lead out of a folder"), NULL },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &options->n_jobs,
      N_ ("Messages to analyse at a time (default: as many as there are processors)"), N_ ("N") },
    { "trusted-host", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->trusted_hosts,
      N_ ("Your receiving server: name, authserv-id, address or network (repeatable)"), N_ ("NAME") },
    { "own-address", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->own_addresses, N_ ("Your own address (repeatable)"),
      N_ ("ADDRESS") },
    { "own-domain", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->own_domains,
      N_ ("A domain of your organisation (repeatable)"), N_ ("DOMAIN") },
    { "trusted-sender", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->trusted_senders,
      N_ ("Domain that you trust as long as it is authenticated (repeatable)"), N_ ("DOMAIN") },
    { "trusted-link", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->trusted_links,
      N_ ("Site to which links of an authenticated sender may lead (repeatable)"), N_ ("DOMAIN=SITE") },
    { "gateway", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->gateways,
      N_ ("Server of yours that wraps links, and the parameter that contains the link (repeatable)"),
      N_ ("HOST[:PARAMETER]") },
    { "list", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->lists,
      N_ ("Block list that bellbuoy lists update renews (repeatable)"), N_ ("NAME FORMAT SOURCE") },
    { "block-site", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->blocked_sites,
      N_ ("Site whose links are blocked (repeatable)"), N_ ("SITE") },
    { "allow-site", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->allowed_sites,
      N_ ("Site to allow even if a block list contains it (repeatable)"), N_ ("SITE") },
    { "contacts", 0, 0, G_OPTION_ARG_FILENAME, &options->contacts, N_ ("vCard file of people you know"), N_ ("FILE") },
    { "policy", 0, 0, G_OPTION_ARG_FILENAME, &options->policy,
      N_ ("Use this policy file instead of the installed policy"), N_ ("FILE") },
    { "memory", 0, 0, G_OPTION_ARG_FILENAME, &options->memory, N_ ("Use what “bellbuoy learn” put into this file"),
      N_ ("FILE") },
    { "account", 0, 0, G_OPTION_ARG_STRING, &options->account, N_ ("The account that received the mail"), N_ ("NAME") },
    { "no-learn", 0, 0, G_OPTION_ARG_NONE, &options->no_learn,
      N_ ("Do not learn your receiving server from the named folders first"), NULL },
    { "no-settings", 0, 0, G_OPTION_ARG_NONE, &options->no_settings,
      N_ ("Do not read the settings of your mail client"), NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &options->language, N_ ("Language of the output"), N_ ("TAG") },
    { "online", 0, 0, G_OPTION_ARG_NONE, &options->run.online,
      N_ ("Also look up the sender, who may notice, and suspect domains"), NULL },
    { "location-database", 0, 0, G_OPTION_ARG_FILENAME, &options->location_database,
      N_ ("With --online: location table in which to look up where a server is"), N_ ("FILE") },
    { "in-process", 0, 0, G_OPTION_ARG_NONE, &options->in_process,
      N_ ("Read messages without bellbuoy-worker, in this process (for debugging)"), NULL },
    { "timing", 0, 0, G_OPTION_ARG_NONE, &options->run.timing, N_ ("Add \"elapsed_us\" to each object"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->paths, NULL, N_ ("PATH…") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("- analyse messages"));

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return g_option_context_parse (context, &argc, &argv, error);
}

static void
clear_options (CheckOptions *options)
{
  g_free (options->fail_on);
  g_free (options->only);
  g_free (options->contacts);
  g_free (options->memory);
  g_free (options->account);
  g_free (options->policy);
  g_free (options->location_database);
  g_free (options->language);
  g_strfreev (options->trusted_hosts);
  g_strfreev (options->own_addresses);
  g_strfreev (options->gateways);
  g_strfreev (options->own_domains);
  g_strfreev (options->trusted_senders);
  g_strfreev (options->trusted_links);
  g_strfreev (options->lists);
  g_strfreev (options->blocked_sites);
  g_strfreev (options->allowed_sites);
  g_strfreev (options->paths);
  g_clear_pointer (&options->run.memory, buoy_memory_unref);
  g_free (options->run.account);
  g_clear_pointer (&options->in_force, cli_policy_free);
  g_clear_pointer (&options->contact_cards, g_bytes_unref);
}

static gboolean
use_memory (CheckOptions *options, BuoyContext *context)
{
  BuoyMemory *memory = cli_memory_open_existing (options->memory);

  if (memory == NULL)
    return FALSE;
  options->run.memory = memory;
  options->run.account = cli_memory_choose_account (memory, options->account);
  buoy_memory_use (memory, options->run.account, context);
  return TRUE;
}

/* Reads what all contexts are made from. "--online" looks up only what the organisation allows. */
static gboolean
read_sources (CheckOptions *options)
{
  g_autoptr (GError) error = NULL;

  options->in_force = cli_policy_open (options->policy, !options->no_settings);
  if (options->in_force == NULL)
    return FALSE;
  if (options->run.online && !cli_policy_allows_lookups (options->in_force))
    {
      cli_complain ("--online", _ ("your organisation does not allow lookups"));
      return FALSE;
    }
  if (options->contacts == NULL)
    return TRUE;
  options->contact_cards = cli_file_read_all (options->contacts, &error);
  if (options->contact_cards == NULL)
    cli_complain (options->contacts, error->message);
  return options->contact_cards != NULL;
}

static int
check_with (CheckOptions *options)
{
  g_autoptr (BuoyContext) context = NULL;
  g_autoptr (CliMailboxes) mailboxes = NULL;

  if (options->paths == NULL)
    {
      cli_complain ("check", _ ("no message was named"));
      return CLI_TROUBLE;
    }
  if (!read_levels (options) || !read_jobs (options))
    return CLI_TROUBLE;
  buoy_scan_set_in_process (options->in_process);
  if (!cli_set_language (options->language))
    return CLI_TROUBLE;
  if (!read_sources (options))
    return CLI_TROUBLE;
  context = context_new (options);
  if (context == NULL)
    return CLI_TROUBLE;
  if (!options->no_learn)
    mailboxes = cli_mailboxes_learn (options->paths, options->run.follow_links, context_new, options);
  if (options->memory != NULL && !use_memory (options, context))
    return CLI_TROUBLE;
  options->run.context = context;
  options->run.mailboxes = mailboxes;
  return cli_run (&options->run, options->paths);
}

int
cli_check (int argc, char **argv)
{
  CheckOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  int status = CLI_TROUBLE;

  if (parse_options (argc, argv, &options, &error))
    status = check_with (&options);
  else
    cli_complain ("check", error->message);
  clear_options (&options);
  return status;
}
