/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * `bellbuoy learn`: learns from mail, as a mail client does when it looks back. Servers come first, from all of the
 * mail: senders are authenticated by what these wrote.
 */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "buoy-learning.h"
#include "buoy-unjudged.h"
#include "cli-input.h"
#include "cli-kind.h"
#include "cli-memory.h"
#include "cli-policy.h"
#include "cli-values.h"
#include "cli.h"
#include "learn/buoy-learn.h"

typedef struct
{
  char *file;
  char *account;
  char **trusted_hosts;
  gboolean no_settings;
  char **paths;
} LearnOptions;

typedef struct
{
  BuoyMemory *memory;
  char *account;
  const char *root;        /* the path that was named */
  BuoyContext *context;    /* what is configured, and the account's servers as far as they were learned */
  GPtrArray *unread;       /* of GBytes: headers from which the servers are to be learned */
  gboolean learns_servers; /* in this pass */
  gboolean learns_senders; /* in this pass; authenticating senders requires that the servers are known */
  gboolean show_progress;
  guint n_seen;     /* in this pass, whether mail or not */
  guint n_messages; /* that could be read */
  guint n_taught;
  gboolean trouble;
  gboolean has_failed; /* the program that reads headers does not work; the user was told */
} LearnRun;

/* The usual names of folders whose mail is unwanted, or the reader's own. */
static const char *const left_alone[] = { "junk",           "junk e-mail",     "spam",
                                          "bulk mail",      "trash",           "bin",
                                          "deleted",        "deleted items",   "deleted messages",
                                          "sent",           "sent mail",       "sent messages",
                                          "sent items",     "drafts",          "templates",
                                          "outbox",         "unsent messages", "迷惑メール",
                                          "ごみ箱",         "ゴミ箱",          "送信済み",
                                          "送信済みメール", "下書き",          NULL };

/* @folder: a part of a path: "Junk", ".Junk" and ".Archive.Junk" (Maildir++), "Junk.mbox", "Trash.sbd" (Thunderbird) */
static gboolean
is_left_alone (const char *folder)
{
  static const char *const endings[] = { ".mbox", ".sbd" };
  g_autofree char *name = g_ascii_strdown (folder, -1);
  const char *dot;

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]))
      name[strlen (name) - strlen (endings[i])] = '\0';
  dot = strrchr (name, '.');
  return g_strv_contains (left_alone, dot != NULL ? dot + 1 : name);
}

/* Whether a Maildir marks the message as trashed or as a draft. */
static gboolean
has_flag_against (const char *path)
{
  const char *flags = strstr (path, ":2,");

  return flags != NULL && strchr (flags, '/') == NULL && strpbrk (flags, "TD") != NULL;
}

/* Folders above the one that was named do not count. */
static gboolean
may_teach (const char *path, const char *root)
{
  g_autofree char *above = g_path_get_dirname (root);
  const char *below = g_str_has_prefix (path, above) ? path + strlen (above) : path;
  g_auto (GStrv) folders = g_strsplit (below, "/", -1);

  for (guint i = 0; folders[i] != NULL; i++)
    if (is_left_alone (folders[i]))
      return FALSE;
  return !has_flag_against (path);
}

/* @error: NULL if there is none. */
static void
note_error (LearnRun *run, const GError *error)
{
  if (error == NULL || run->has_failed || !buoy_unjudged_is_failure (error))
    return;
  cli_complain ("learn", buoy_error_explain (error));
  run->has_failed = run->trouble = TRUE;
}

/* A file in a folder may be no message; one that is named should be. */
static void
learn_sender (LearnRun *run, const CliMessage *message)
{
  g_autoptr (BuoyContext) context = buoy_memory_recall (run->memory, run->account, run->context);
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyVerdict) verdict = buoy_scan (message->bytes, context, BUOY_SCAN_PICTURES, NULL, &error);

  if (verdict != NULL)
    {
      buoy_memory_learn_verdict (run->memory, run->account, verdict);
      run->n_messages++;
    }
  else if (!cli_kind_is_no_mail (error))
    note_error (run, error);
  else if (message->is_named)
    {
      cli_complain (message->path, cli_kind_explain (message->bytes, error));
      run->trouble = TRUE;
    }
}

static void
write_batch (LearnRun *run)
{
  g_autoptr (GError) error = NULL;

  run->n_taught += buoy_memory_learn_headers (run->memory, run->account, run->unread, run->context, NULL, &error);
  note_error (run, error);
  g_ptr_array_set_size (run->unread, 0);
  run->trouble |= !buoy_memory_commit (run->memory);
}

static void
learn_message (const CliMessage *message, gpointer data)
{
  LearnRun *run = data;

  if (message->bytes == NULL)
    {
      if (run->learns_servers)
        cli_complain (message->path, message->error->message);
      run->trouble |= !message->is_skipped;
      return;
    }
  if (run->has_failed || !may_teach (message->path, run->root))
    return;
  if (run->learns_servers)
    g_ptr_array_add (run->unread, cli_memory_copy_header (message->bytes));
  if (run->learns_senders)
    learn_sender (run, message);
  run->n_seen++;
  if (run->n_seen % CLI_MEMORY_BATCH != 0)
    return;
  write_batch (run);
  buoy_memory_begin (run->memory);
  if (run->show_progress)
    g_printerr ("\r%u", run->n_seen);
}

/* Policy, settings and options, as for `bellbuoy check`. NULL after reporting an error. */
static BuoyContext *
context_new (const LearnOptions *options, const CliPolicy *policy)
{
  const char *const replaced[] = { options->trusted_hosts != NULL ? "receiving-servers" : NULL, NULL };
  g_autoptr (BuoyContext) context = buoy_context_new ();

  cli_policy_fill (policy, replaced, context);
  return cli_values_add (context, "--trusted-host", options->trusted_hosts, buoy_context_add_trusted_host,
                         _ ("“%s” is not a server name, an address or a network"))
             ? g_steal_pointer (&context)
             : NULL;
}

/* Pipes and standard input can be read only once, so they are used only in the first pass. Takes @context. */
static void
run_pass (LearnRun *run, BuoyContext *context, char **paths, gboolean is_first)
{
  run->context = context;
  buoy_memory_use (run->memory, run->account, context);
  run->n_seen = 0;
  buoy_memory_begin (run->memory);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      const gboolean is_once
          = !g_file_test (paths[i], G_FILE_TEST_IS_REGULAR) && !g_file_test (paths[i], G_FILE_TEST_IS_DIR);

      run->root = paths[i];
      run->learns_servers = is_first;
      run->learns_senders = is_once == is_first;
      if (run->learns_servers || run->learns_senders)
        cli_input_read (paths[i], FALSE, learn_message, run);
    }
  write_batch (run);
  g_clear_pointer (&run->context, buoy_context_unref);
}

static int
learn (const LearnOptions *options, const CliPolicy *policy)
{
  g_autoptr (BuoyContext) first = context_new (options, policy);
  g_autoptr (BuoyContext) second = first != NULL ? context_new (options, policy) : NULL;
  g_autoptr (BuoyMemory) memory = second != NULL ? cli_memory_open (options->file) : NULL;
  g_autofree char *account = memory != NULL ? cli_memory_choose_account (memory, options->account) : NULL;
  g_autoptr (GPtrArray) unread = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  LearnRun run = { .memory = memory, .account = account, .unread = unread, .show_progress = isatty (STDERR_FILENO) };

  if (memory == NULL)
    return CLI_TROUBLE;
  run_pass (&run, g_steal_pointer (&first), options->paths, TRUE);
  run_pass (&run, g_steal_pointer (&second), options->paths, FALSE);
  run.trouble |= !buoy_learning_limit_memory (memory, (guint) cli_policy_get_number (policy, "memory-days"));
  if (run.show_progress)
    g_printerr ("\r\033[K");
  /* Translators: the first number is how many messages were read, the second how many of them say who received them. */
  g_print (_ ("%u messages read, %u learned from\n"), run.n_messages, run.n_taught);
  return run.trouble ? CLI_TROUBLE : CLI_CLEAN;
}

static int
learn_with (const LearnOptions *options)
{
  g_autoptr (CliPolicy) policy = NULL;

  if (options->paths == NULL)
    {
      cli_complain ("learn", _ ("no message was named"));
      return CLI_TROUBLE;
    }
  policy = cli_policy_open (NULL, !options->no_settings);
  if (policy == NULL)
    return CLI_TROUBLE;
  if (!cli_policy_allows_memory (policy))
    {
      cli_complain ("learn", _ ("your organisation does not allow learning from mail"));
      return CLI_TROUBLE;
    }
  return learn (options, policy);
}

static gboolean
parse_options (int argc, char **argv, LearnOptions *options, GError **error)
{
  const GOptionEntry entries[] = {
    { "memory", 0, 0, G_OPTION_ARG_FILENAME, &options->file, N_ ("The memory's file, if not the mail clients' own"),
      N_ ("FILE") },
    { "account", 0, 0, G_OPTION_ARG_STRING, &options->account, N_ ("The account that received the mail"), N_ ("NAME") },
    { "trusted-host", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->trusted_hosts,
      N_ ("Your receiving server: name, authserv-id, address or network (repeatable)"), N_ ("NAME") },
    { "no-settings", 0, 0, G_OPTION_ARG_NONE, &options->no_settings,
      N_ ("Do not read the settings of your mail client"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->paths, NULL, N_ ("PATH…") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context
      = g_option_context_new (_ ("- learn from mail which servers receive it, and who sends it"));

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return g_option_context_parse (context, &argc, &argv, error);
}

int
cli_learn (int argc, char **argv)
{
  LearnOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  int status = CLI_TROUBLE;

  if (parse_options (argc, argv, &options, &error))
    status = learn_with (&options);
  else
    cli_complain ("learn", error->message);
  g_free (options.file);
  g_free (options.account);
  g_strfreev (options.trusted_hosts);
  g_strfreev (options.paths);
  return status;
}
