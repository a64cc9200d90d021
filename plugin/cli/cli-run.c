/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Messages are analysed in parallel and printed in input order, so that the output is the same for any number of jobs.
 */
#include "config.h"

#include "cli-run.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "cli-input.h"
#include "cli-jobs.h"
#include "cli-progress.h"
#include "cli-result.h"
#include "cli-terminal.h"
#include "cli-text.h"
#include "cli.h"

typedef struct
{
  const CliRunOptions *options;
  CliJobs *jobs;
  CliProgress progress;
  guint n_outcomes[CLI_OUTCOME_NO_MAIL + 1];
  guint n_warned;
  gboolean found;
} Run;

static void
work (gpointer job, gpointer data)
{
  const Run *run = data;

  cli_result_work (job, run->options);
}

static void
complain (Run *run, const CliResult *result)
{
  const CliMessage *message = &result->message;
  g_autofree char *name = cli_text_name (message->path, message->index, message->index == 0);

  cli_progress_clear (&run->progress);
  cli_complain (name, result->why);
}

static void
print (Run *run, const char *line)
{
  cli_progress_clear (&run->progress);
  g_print ("%s\n", line);
}

static void
take_result (gpointer job, gpointer data)
{
  Run *run = data;
  CliResult *result = job;

  run->n_outcomes[result->outcome]++;
  run->n_warned += result->level > BUOY_LEVEL_NONE;
  run->found |= result->outcome == CLI_OUTCOME_JUDGED && result->level >= run->options->fail_level;
  if (result->why != NULL && result->outcome != CLI_OUTCOME_NO_MAIL)
    complain (run, result);
  if (result->line != NULL)
    print (run, result->line);
  cli_progress_add (&run->progress, result->message.bytes != NULL ? g_bytes_get_size (result->message.bytes) : 0);
  cli_result_free (result);
}

/* The context with what was learned from the message's own mailbox. (transfer full) */
static BuoyContext *
context_for (const CliRunOptions *options, const char *path)
{
  BuoyContext *learned = options->mailboxes != NULL ? cli_mailboxes_get_context (options->mailboxes, path) : NULL;

  return learned != NULL ? learned : options->context;
}

static void
add_message (const CliMessage *message, gpointer data)
{
  Run *run = data;
  const gsize size = message->bytes != NULL ? g_bytes_get_size (message->bytes) : 0;

  cli_jobs_add (run->jobs, cli_result_new (message, context_for (run->options, message->path)), size);
}

static guint64
measure (const CliRunOptions *options, char **paths)
{
  guint64 n_bytes = 0;

  for (guint i = 0; paths[i] != NULL; i++)
    n_bytes += cli_input_measure (paths[i], options->follow_links);
  return n_bytes;
}

/* If the text output goes to the terminal, it shows the progress by itself. */
static gboolean
wants_progress (const CliRunOptions *options)
{
  return cli_terminal_can_progress ()
         && (options->json || options->shown_level > BUOY_LEVEL_NONE || !isatty (STDOUT_FILENO));
}

static void
print_summary (const Run *run)
{
  const guint *n = run->n_outcomes;
  const guint n_unread = n[CLI_OUTCOME_UNREAD];

  if (n[CLI_OUTCOME_NO_MAIL] > 0)
    /* Translators: the last line of a run over folders; the last number counts files that are no messages. */
    g_printerr (_ ("bellbuoy: checked: %u, with a warning: %u, not read: %u; not mail: %u\n"), n[CLI_OUTCOME_JUDGED],
                run->n_warned, n_unread, n[CLI_OUTCOME_NO_MAIL]);
  else
    g_printerr (_ ("bellbuoy: checked: %u, with a warning: %u, not read: %u\n"), n[CLI_OUTCOME_JUDGED], run->n_warned,
                n_unread);
}

/* A single named message needs no summary. */
static gboolean
wants_summary (const Run *run)
{
  return run->n_outcomes[CLI_OUTCOME_JUDGED] + run->n_outcomes[CLI_OUTCOME_UNREAD] != 1
         || run->n_outcomes[CLI_OUTCOME_NO_MAIL] > 0;
}

int
cli_run (const CliRunOptions *options, char **paths)
{
  Run run = { .options = options };

  if (wants_progress (options))
    cli_progress_begin (&run.progress, measure (options, paths));
  run.jobs = cli_jobs_new (options->n_jobs, work, take_result, &run);
  for (guint i = 0; paths[i] != NULL; i++)
    cli_input_read (paths[i], options->follow_links, add_message, &run);
  cli_jobs_finish (run.jobs);
  cli_progress_clear (&run.progress);
  if (wants_summary (&run))
    print_summary (&run);
  if (run.found)
    return CLI_FOUND;
  return run.n_outcomes[CLI_OUTCOME_UNREAD] > 0 ? CLI_TROUBLE : CLI_CLEAN;
}
