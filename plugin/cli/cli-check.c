/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * `bellbuoy check`: analyses messages and prints a notice or a JSON object for each, in input order.
 */
#include "config.h"

#include "cli.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <unistd.h>

#include "cli-contacts.h"
#include "cli-input.h"
#include "cli-json.h"

#define PROGRESS_AFTER_US G_USEC_PER_SEC /* a line that appears only briefly would flicker */

typedef struct
{
  gboolean json;
  gboolean online;
  gboolean timing;
  char *fail_on;
  char **trusted_hosts;
  char **own_addresses;
  char **gateways;
  char **own_domains;
  char **trusted_senders;
  char **trusted_links; /* "SENDER=SITE" */
  char *contacts;
  char *language;
  char **paths;
} CheckOptions;

typedef struct
{
  const CheckOptions *options;
  BuoyContext *context;
  BuoyLevel fail_level; /* above danger: never */
  gboolean colour;
  gboolean show_progress;
  gint64 started_us;
  guint n_files;
  guint n_done;
  gboolean found;
  gboolean trouble;
} CheckRun;

static void
show_progress (CheckRun *run)
{
  run->n_done++;
  if (run->show_progress && g_get_monotonic_time () - run->started_us > PROGRESS_AFTER_US)
    g_printerr ("\r%u/%u", run->n_done, MAX (run->n_files, run->n_done));
}

static void
end_progress (const CheckRun *run)
{
  if (run->show_progress && g_get_monotonic_time () - run->started_us > PROGRESS_AFTER_US)
    g_printerr ("\r\033[K");
}

static void
report_error (CheckRun *run, const char *path, guint index, const char *why)
{
  run->trouble = TRUE;
  cli_complain (path, why);
  if (run->options->json)
    {
      g_autofree char *line = cli_json_from_error (path, index, why);

      g_print ("%s\n", line);
    }
}

static const char *
colour_of (const CheckRun *run, BuoyLevel level)
{
  static const char *const colours[] = { "\033[2m", "\033[1;33m", "\033[1;31m" };

  return run->colour ? colours[level] : "";
}

static void
print_notice (const CheckRun *run, const CliMessage *message, BuoyVerdict *verdict)
{
  g_autoptr (BuoyNotice) notice = buoy_notice_new (verdict);
  g_autofree char *text = buoy_notice_to_text (notice);
  g_autofree char *shown_path = buoy_shown_name (message->path);
  const BuoyLevel level = buoy_verdict_get_level (verdict);

  if (message->is_only)
    g_print ("%s\n", shown_path);
  else
    g_print ("%s#%u\n", shown_path, message->index);
  g_print ("%s%s%s\n", colour_of (run, level), text, run->colour ? "\033[0m" : "");
}

static BuoyVerdict *
scan (const CheckRun *run, GBytes *bytes, GError **error)
{
  g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, run->context, NULL, error);

  if (verdict == NULL || !run->options->online)
    return g_steal_pointer (&verdict);
  return buoy_scan_again (verdict, bytes, BUOY_SCAN_KEYS, NULL, error);
}

static void
check_message (const CliMessage *message, gpointer data)
{
  CheckRun *run = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyVerdict) verdict = NULL;
  const gint64 before = g_get_monotonic_time ();
  gint64 elapsed;

  show_progress (run);
  if (message->bytes == NULL)
    {
      report_error (run, message->path, message->index, message->error->message);
      return;
    }
  verdict = scan (run, message->bytes, &error);
  elapsed = g_get_monotonic_time () - before;
  if (verdict == NULL)
    {
      report_error (run, message->path, message->index, buoy_error_explain (error));
      return;
    }
  run->found |= buoy_verdict_get_level (verdict) >= run->fail_level;
  if (run->options->json)
    {
      g_autofree char *line
          = cli_json_from_verdict (verdict, message->path, message->index, run->options->timing ? elapsed : -1);

      g_print ("%s\n", line);
    }
  else
    print_notice (run, message, verdict);
}

static gboolean
read_fail_level (const char *word, BuoyLevel *out_level)
{
  if (word == NULL || g_str_equal (word, "caution"))
    *out_level = BUOY_LEVEL_CAUTION;
  else if (g_str_equal (word, "danger"))
    *out_level = BUOY_LEVEL_DANGER;
  else if (g_str_equal (word, "never"))
    *out_level = BUOY_LEVEL_DANGER + 1;
  else
    return FALSE;
  return TRUE;
}

static void
add_trust (BuoyContext *context, const CheckOptions *options)
{
  for (guint i = 0; options->trusted_senders != NULL && options->trusted_senders[i] != NULL; i++)
    buoy_context_trust_sender (context, options->trusted_senders[i]);
  for (guint i = 0; options->trusted_links != NULL && options->trusted_links[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (options->trusted_links[i], "=", 2);

      buoy_context_trust_link (context, pair[0], pair[0] != NULL ? pair[1] : NULL);
    }
}

static gboolean
add_servers (BuoyContext *context, const CheckOptions *options)
{
  for (guint i = 0; options->trusted_hosts != NULL && options->trusted_hosts[i] != NULL; i++)
    if (!buoy_context_add_trusted_host (context, options->trusted_hosts[i]))
      {
        /* Translators: %s is what stands behind an option. */
        g_autofree char *why
            = g_strdup_printf (_ ("“%s” is not a server name, an address or a network"), options->trusted_hosts[i]);

        cli_complain ("--trusted-host", why);
        return FALSE;
      }
  return TRUE;
}

/* NULL after reporting an error. */
static BuoyContext *
context_new (const CheckOptions *options)
{
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autoptr (GError) error = NULL;

  if (!add_servers (context, options))
    return NULL;
  for (guint i = 0; options->own_addresses != NULL && options->own_addresses[i] != NULL; i++)
    buoy_context_add_own_address (context, options->own_addresses[i]);
  for (guint i = 0; options->own_domains != NULL && options->own_domains[i] != NULL; i++)
    buoy_context_add_own_domain (context, options->own_domains[i]);
  add_trust (context, options);
  for (guint i = 0; options->gateways != NULL && options->gateways[i] != NULL; i++)
    buoy_context_add_gateway (context, options->gateways[i]);
  if (options->contacts != NULL && !cli_contacts_read (options->contacts, context, &error))
    {
      cli_complain (options->contacts, error->message);
      return NULL;
    }
  return g_steal_pointer (&context);
}

static int
run_check (CheckRun *run)
{
  run->started_us = g_get_monotonic_time ();
  run->show_progress = isatty (STDERR_FILENO) && (run->options->json || !isatty (STDOUT_FILENO));
  run->colour = isatty (STDOUT_FILENO) && g_getenv ("NO_COLOR") == NULL;
  for (guint i = 0; run->show_progress && run->options->paths[i] != NULL; i++)
    run->n_files += cli_input_count (run->options->paths[i]);
  for (guint i = 0; run->options->paths[i] != NULL; i++)
    cli_input_read (run->options->paths[i], check_message, run);
  end_progress (run);
  if (run->trouble)
    return CLI_TROUBLE;
  return run->found ? CLI_FOUND : CLI_CLEAN;
}

static gboolean
parse_options (int argc, char **argv, CheckOptions *options, GError **error)
{
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, N_ ("One JSON object per message, one per line"), NULL },
    { "fail-on", 0, 0, G_OPTION_ARG_STRING, &options->fail_on,
      N_ ("Level from which the exit status is 1: danger, caution (default), never"), N_ ("LEVEL") },
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
    { "contacts", 0, 0, G_OPTION_ARG_FILENAME, &options->contacts, N_ ("vCard file of people you know"), N_ ("FILE") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &options->language, N_ ("Language of the output"), N_ ("TAG") },
    { "online", 0, 0, G_OPTION_ARG_NONE, &options->online,
      N_ ("Also look up the sender, who may notice, and suspect domains"), NULL },
    { "timing", 0, 0, G_OPTION_ARG_NONE, &options->timing, N_ ("Add \"elapsed_us\" to each object"), NULL },
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
  g_free (options->contacts);
  g_free (options->language);
  g_strfreev (options->trusted_hosts);
  g_strfreev (options->own_addresses);
  g_strfreev (options->gateways);
  g_strfreev (options->own_domains);
  g_strfreev (options->trusted_senders);
  g_strfreev (options->trusted_links);
  g_strfreev (options->paths);
}

static int
check_with (CheckOptions *options)
{
  CheckRun run = { .options = options };
  g_autoptr (BuoyContext) context = NULL;

  if (options->paths == NULL)
    {
      cli_complain ("check", _ ("no message was named"));
      return CLI_TROUBLE;
    }
  if (!read_fail_level (options->fail_on, &run.fail_level))
    {
      cli_complain ("--fail-on", _ ("must be danger, caution or never"));
      return CLI_TROUBLE;
    }
  cli_set_language (options->language);
  context = context_new (options);
  if (context == NULL)
    return CLI_TROUBLE;
  run.context = context;
  return run_check (&run);
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
