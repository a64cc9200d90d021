/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The commands of the program `bellbuoy`.
 */
#pragma once

#include <bellbuoy.h>

/* Exit statuses (contract). */
enum
{
  CLI_CLEAN = 0,  /* no message at or above the level */
  CLI_FOUND = 1,  /* a message at or above the level */
  CLI_TROUBLE = 2 /* usage, unreadable input, not a message */
};

typedef struct
{
  const char *name;
  const char *usage; /* the arguments, after the name */
  const char *title; /* one line, untranslated */
  int (*run) (int argc, char **argv);
} CliCommand;

int cli_check (int argc, char **argv);
int cli_doctor (int argc, char **argv);
int cli_learn (int argc, char **argv);
int cli_memory (int argc, char **argv);
int cli_lists (int argc, char **argv);
int cli_lookup (int argc, char **argv);
int cli_policy (int argc, char **argv);
int cli_url (int argc, char **argv);
int cli_checks (int argc, char **argv);

/* Sets the language of the environment's locale. Reports a missing locale. */
void cli_set_up_words (void);

/* Sets the language given by an option (NULL for none). Returns FALSE after reporting that there is no translation. */
gboolean cli_set_language (const char *language);

/* Parses the options of a command without other arguments. Returns FALSE after reporting what it does not know. */
gboolean cli_parse_options (GOptionContext *options, const char *command, int argc, char **argv);

/* Prints "bellbuoy: PATH: why" on standard error, escaping both. */
void cli_complain (const char *path, const char *why);
