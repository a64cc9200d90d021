/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * `bellbuoy learn` and `bellbuoy memory`: what mail taught, and how to see it and get rid of it.
 */
#include "config.h"

#include "cli-memory.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "cli-input.h"
#include "cli-json.h"
#include "cli.h"

#define COMMAND_LINE "local" /* the account of mail that no mail client names */

BuoyMemory *
cli_memory_open (const char *path)
{
  g_autoptr (BuoyMemory) memory = buoy_memory_open (path);

  if (buoy_memory_is_kept (memory))
    return g_steal_pointer (&memory);
  cli_complain (path != NULL ? path : "memory.db", _ ("cannot be used as a memory"));
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

typedef struct
{
  BuoyMemory *memory;
  char *account;
  gboolean show_progress;
  guint n_read, n_taught;
  gboolean trouble;
} LearnRun;

static void
learn_message (const CliMessage *message, gpointer data)
{
  LearnRun *run = data;

  if (message->bytes == NULL)
    {
      cli_complain (message->path, message->error->message);
      run->trouble |= !message->is_skipped;
      return;
    }
  run->n_taught += buoy_memory_learn_headers (run->memory, run->account, message->bytes, NULL);
  run->n_read++;
  if (run->n_read % CLI_MEMORY_BATCH != 0)
    return;
  run->trouble |= !buoy_memory_commit (run->memory);
  buoy_memory_begin (run->memory);
  if (run->show_progress)
    g_printerr ("\r%u", run->n_read);
}

static int
learn (const char *file, const char *account, char **paths)
{
  g_autoptr (BuoyMemory) memory = cli_memory_open (file);
  LearnRun run = { .memory = memory, .show_progress = isatty (STDERR_FILENO) };

  if (memory == NULL)
    return CLI_TROUBLE;
  run.account = cli_memory_choose_account (memory, account);
  buoy_memory_begin (memory);
  for (guint i = 0; paths[i] != NULL; i++)
    cli_input_read (paths[i], FALSE, learn_message, &run);
  run.trouble |= !buoy_memory_commit (memory);
  if (run.show_progress)
    g_printerr ("\r\033[K");
  /* Translators: the first number is how many messages were read, the second how many of them say who received them. */
  g_print (_ ("%u messages read, %u learned from\n"), run.n_read, run.n_taught);
  g_free (run.account);
  return run.trouble ? CLI_TROUBLE : CLI_CLEAN;
}

int
cli_learn (int argc, char **argv)
{
  g_autofree char *file = NULL;
  g_autofree char *account = NULL;
  g_auto (GStrv) paths = NULL;
  const GOptionEntry entries[] = {
    { "memory", 0, 0, G_OPTION_ARG_FILENAME, &file, N_ ("The memory's file, if not the mail clients' own"),
      N_ ("FILE") },
    { "account", 0, 0, G_OPTION_ARG_STRING, &account, N_ ("The account that received the mail"), N_ ("NAME") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, N_ ("PATH…") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options = g_option_context_new (_ ("- learn from mail which servers receive it"));
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (options, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (options, &argc, &argv, &error))
    cli_complain ("learn", error->message);
  else if (paths == NULL)
    cli_complain ("learn", _ ("no message was named"));
  else
    return learn (file, account, paths);
  return CLI_TROUBLE;
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

  for (guint i = 0; accounts[i] != NULL; i++)
    show_account (memory, accounts[i]);
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

static int export(BuoyMemory *memory, const char *unused)
{
  g_auto (GStrv) accounts = buoy_memory_list_accounts (memory);

  for (guint i = 0; accounts[i] != NULL; i++)
    export_account (memory, accounts[i]);
  return CLI_CLEAN;
}

static int
forget (BuoyMemory *memory, const char *account)
{
  if (buoy_memory_forget_account (memory, account))
    return CLI_CLEAN;
  cli_complain (account, _ ("could not be forgotten"));
  return CLI_TROUBLE;
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

/* NULL if the words are none. */
static const Action *
find_action (int argc, char **argv)
{
  static const Action actions[]
      = { { "show", 0, show }, { "export", 0, export }, { "forget-account", 1, forget }, { "clear", 0, clear } };

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
  g_autoptr (GOptionContext) options
      = g_option_context_new (_ ("show | export | forget-account NAME | clear - what mail taught"));
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
      cli_complain ("memory", _ ("name one of show, export, forget-account NAME and clear"));
      return CLI_TROUBLE;
    }
  memory = cli_memory_open (file);
  return memory != NULL ? action->run (memory, argv[2]) : CLI_TROUBLE;
}
