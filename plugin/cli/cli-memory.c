/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * `bellbuoy memory`: shows what was learned from mail, and deletes it.
 */
#include "config.h"

#include "cli-memory.h"

#include <errno.h>
#include <glib/gi18n.h>

#include "cli-json.h"
#include "cli.h"
#include "memory/store/buoy-known-sender.h"
#include "notice/buoy-shown.h"
#include "verdict/buoy-header-bytes.h"

#define MAX_HEADER_BYTES (256 * 1024) /* of each message of a batch; the newest trace fields stand first */

#define COMMAND_LINE "local" /* the account for mail that belongs to no mail client */

BuoyMemory *
cli_memory_open (const char *path)
{
  g_autoptr (BuoyMemory) memory = buoy_memory_open (path);

  if (buoy_memory_is_kept (memory))
    return g_steal_pointer (&memory);
  cli_complain (path != NULL ? path : "memory.db", _ ("cannot be used as a memory"));
  return NULL;
}

BuoyMemory *
cli_memory_open_existing (const char *path)
{
  if (path == NULL || g_file_test (path, G_FILE_TEST_EXISTS))
    return cli_memory_open (path);
  cli_complain (path, g_strerror (ENOENT));
  return NULL;
}

char *
cli_memory_choose_account (BuoyMemory *memory, const char *account)
{
  g_auto (GStrv) accounts = NULL;

  if (account != NULL)
    return g_strdup (account);
  accounts = buoy_memory_list_accounts (memory);
  return g_strdup (g_strv_length (accounts) == 1 ? accounts[0] : COMMAND_LINE);
}

GBytes *
cli_memory_copy_header (GBytes *message)
{
  g_autoptr (GBytes) header = buoy_header_of (message);
  const gsize size = MIN (g_bytes_get_size (header), MAX_HEADER_BYTES);

  return g_bytes_new (g_bytes_get_data (header, NULL), size);
}

static void
show_account (BuoyMemory *memory, const char *account)
{
  g_autofree char *server = buoy_memory_get_server (memory, account);
  g_autofree char *checker = buoy_memory_get_checker (memory, account);
  g_autofree char *shown = buoy_shown_name (account);

  g_print ("%s\n", shown);
  if (server == NULL)
    g_print ("  %s\n", _ ("Which servers receive its mail is not known yet."));
  else if (checker == NULL)
    /* Translators: %s is a server. */
    g_print (_ ("  Its mail is received by %s.\n"), server);
  else
    /* Translators: both are servers, often the same one. */
    g_print (_ ("  Its mail is received by %s; the checks of %s are read.\n"), server, checker);
}

static int
show (BuoyMemory *memory, const char *unused)
{
  g_auto (GStrv) accounts = buoy_memory_list_accounts (memory);
  const guint n_senders = buoy_memory_count_senders (memory);
  g_autofree char *size = g_format_size (buoy_memory_get_size (memory));

  for (guint i = 0; accounts[i] != NULL; i++)
    show_account (memory, accounts[i]);
  if (n_senders > 0)
    /* Translators: %s is the size of a file, "1.2 MB". */
    g_print (g_dngettext (GETTEXT_PACKAGE, "%u sender is remembered (%s)\n", "%u senders are remembered (%s)\n",
                          n_senders),
             n_senders, size);
  else if (accounts[0] == NULL)
    g_print ("%s\n", _ ("Nothing was learned from mail yet"));
  return CLI_CLEAN;
}

static char *
day_of (gint64 seconds)
{
  g_autoptr (GDateTime) day = g_date_time_new_from_unix_utc (seconds);

  return g_date_time_format (day, "%Y-%m-%d");
}

static int
show_sender (BuoyMemory *memory, const char *domain)
{
  g_autoptr (GPtrArray) senders = buoy_memory_list_senders (memory, NULL);
  g_autofree char *name = buoy_shown_name (domain);
  gboolean is_known = FALSE;

  for (guint i = 0; i < senders->len; i++)
    {
      const BuoyKnownSender *sender = g_ptr_array_index (senders, i);
      g_autofree char *first = day_of (sender->first);
      g_autofree char *last = day_of (sender->last);
      g_autofree char *account = buoy_shown_name (sender->account);

      if (sender->domain == NULL || g_ascii_strcasecmp (sender->domain, domain) != 0)
        continue;
      is_known = TRUE;
      /* Translators: an account, how many messages of a sender came, how many were confirmed, two days. */
      g_print (ngettext ("%s: %u message, %u of them confirmed, %s to %s\n",
                         "%s: %u messages, %u of them confirmed, %s to %s\n", sender->n_messages),
               account, sender->n_messages, sender->n_proven, first, last);
    }
  if (!is_known)
    /* Translators: %s is the domain of a sender. */
    g_print (_ ("%s: nothing is remembered\n"), name);
  return CLI_CLEAN;
}

static void
export_account (BuoyMemory *memory, const char *account)
{
  g_autofree char *server = buoy_memory_get_server (memory, account);
  g_autofree char *checker = buoy_memory_get_checker (memory, account);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_json_add_text (builder, "account", account);
  cli_json_add_text (builder, "server", server);
  cli_json_add_text (builder, "checker", checker);
  cli_json_print (builder);
}

static void
export_sender (const BuoyKnownSender *sender)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *first = day_of (sender->first);
  g_autofree char *last = day_of (sender->last);

  json_builder_begin_object (builder);
  cli_json_add_text (builder, "account", sender->account);
  cli_json_add_text (builder, "sender", sender->domain);
  cli_json_add_number (builder, "messages", sender->n_messages);
  cli_json_add_number (builder, "confirmed", sender->n_proven);
  cli_json_add_text (builder, "first", first);
  cli_json_add_text (builder, "last", last);
  json_builder_set_member_name (builder, "warned");
  json_builder_add_boolean_value (builder, sender->was_warned);
  cli_json_print (builder);
}

static int export(BuoyMemory *memory, const char *unused)
{
  g_auto (GStrv) accounts = buoy_memory_list_accounts (memory);
  g_autoptr (GPtrArray) senders = buoy_memory_list_senders (memory, NULL);

  for (guint i = 0; accounts[i] != NULL; i++)
    export_account (memory, accounts[i]);
  for (guint i = 0; i < senders->len; i++)
    export_sender (g_ptr_array_index (senders, i));
  return CLI_CLEAN;
}

static int
tell (gboolean done, const char *what)
{
  if (!done)
    cli_complain (what, _ ("could not be forgotten"));
  return done ? CLI_CLEAN : CLI_TROUBLE;
}

static int
forget_account (BuoyMemory *memory, const char *account)
{
  return tell (buoy_memory_forget_account (memory, account), account);
}

static int
forget_sender (BuoyMemory *memory, const char *sender)
{
  return tell (buoy_memory_forget_sender (memory, sender), sender);
}

static int
clear (BuoyMemory *memory, const char *unused)
{
  if (buoy_memory_clear (memory))
    return CLI_CLEAN;
  cli_complain ("memory clear", _ ("the file could not be written"));
  return CLI_TROUBLE;
}

typedef struct
{
  const char *name;
  int n_arguments;
  int (*run) (BuoyMemory *memory, const char *argument);
} Action;

/* NULL if there is no such action. */
static const Action *
find_action (int argc, char **argv)
{
  static const Action actions[] = { { "show", 0, show },
                                    { "show", 1, show_sender },
                                    { "export", 0, export },
                                    { "forget", 1, forget_sender },
                                    { "forget-account", 1, forget_account },
                                    { "clear", 0, clear } };

  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (argv[1], actions[i].name) && argc == 2 + actions[i].n_arguments)
      return &actions[i];
  return NULL;
}

int
cli_memory (int argc, char **argv)
{
  g_autofree char *file = NULL;
  const GOptionEntry entries[] = {
    { "memory", 0, 0, G_OPTION_ARG_FILENAME, &file, N_ ("The memory's file, if not the mail clients' own"),
      N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options = g_option_context_new (
      _ ("show [DOMAIN] | export | forget DOMAIN | forget-account NAME | clear - what was learned from mail"));
  g_autoptr (BuoyMemory) memory = NULL;
  g_autoptr (GError) error = NULL;
  const Action *action;

  g_option_context_add_main_entries (options, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (options, &argc, &argv, &error))
    {
      cli_complain ("memory", error->message);
      return CLI_TROUBLE;
    }
  action = find_action (argc, argv);
  if (action == NULL)
    {
      cli_complain ("memory", _ ("name one of show, export, forget DOMAIN, forget-account NAME and clear"));
      return CLI_TROUBLE;
    }
  memory = cli_memory_open_existing (file);
  return memory != NULL ? action->run (memory, argv[2]) : CLI_TROUBLE;
}
