/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One message and its result. A worker thread fills it in; the main thread prints it.
 */
#pragma once

#include "cli-input.h"
#include "cli-run.h"

typedef enum
{
  CLI_OUTCOME_JUDGED,
  CLI_OUTCOME_UNREAD,  /* an error */
  CLI_OUTCOME_SKIPPED, /* skipped, which is reported */
  CLI_OUTCOME_NO_MAIL  /* something else in a folder, which is only counted */
} CliOutcome;

typedef struct
{
  CliMessage message; /* owns its path, bytes and error */
  BuoyContext *context;
  CliOutcome outcome;
  BuoyLevel level;
  char *line; /* for standard output. (nullable) */
  char *why;  /* for standard error. (nullable) */
} CliResult;

CliResult *cli_result_new (const CliMessage *message, BuoyContext *context);
void cli_result_free (CliResult *result);

/* Analyses the message. */
void cli_result_work (CliResult *result, const CliRunOptions *options);
