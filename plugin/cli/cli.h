/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The commands of the program `bellbuoy`.
 */
#pragma once

#include <bellbuoy.h>

/* Exit statuses (contract). */
enum
{
  CLI_CLEAN = 0,  /* nothing at or above the level */
  CLI_FOUND = 1,  /* something was */
  CLI_TROUBLE = 2 /* usage, unreadable input, a message that is no message */
};

typedef struct
{
  const char *name;
  const char *usage; /* what follows the name */
  const char *title; /* one line, untranslated */
  int (*run) (int argc, char **argv);
} CliCommand;

int cli_check (int argc, char **argv);
int cli_lookup (int argc, char **argv);
int cli_url (int argc, char **argv);
int cli_checks (int argc, char **argv);

/* Speaks the language of the environment's locale, then the one that an option names (NULL: none does). Where there are
 * no words in it, says so once.
 */
void cli_set_up_words (void);
void cli_set_language (const char *language);

/* "bellbuoy: PATH: why" on standard error, whatever both hold. */
void cli_complain (const char *path, const char *why);
