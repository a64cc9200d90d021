/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One message and what came of it. Threads fill it in, one each; the main thread prints it.
 */
#pragma once

#include "cli-input.h"
#include "cli-run.h"

typedef enum
{
  CLI_OUTCOME_JUDGED,
  CLI_OUTCOME_UNREAD,  /* an error */
  CLI_OUTCOME_SKIPPED, /* left out, which is reported */
  CLI_OUTCOME_NO_MAIL  /* something else in a folder, which is only counted */
} CliOutcome;

typedef struct
{
  CliMessage message; /* owns its path, bytes and error */
  BuoyContext *context;
  CliOutcome outcome;
  BuoyLevel level;
  char *line; /* for standard output; NULL */
  char *why;  /* for standard error; NULL */
} CliResult;

CliResult *cli_result_new (const CliMessage *message, BuoyContext *context);
void cli_result_free (CliResult *result);

/* Analyses the message. */
void cli_result_work (CliResult *result, const CliRunOptions *options);
