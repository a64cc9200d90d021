/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The program: a table of commands, from which --version and --help are printed as well.
 */
#include "config.h"

#include "cli.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>

static const CliCommand commands[] = {
  { "check", "[OPTION…] PATH…", N_ ("analyse messages"), cli_check },
  { "learn", "[OPTION…] PATH…", N_ ("learn from mail which servers receive it"), cli_learn },
  { "memory", "show [DOMAIN]|export|forget DOMAIN|forget-account NAME|clear",
    N_ ("show or forget what was learned from mail"), cli_memory },
  { "url", "[URL…]", N_ ("show what a browser would open"), cli_url },
  { "lookup", "[--json] HOST…", N_ ("ask who registered a domain, and when"), cli_lookup },
  { "policy", "show|validate|fetch|schema|example", N_ ("show, validate or fetch the organisation's policy"),
    cli_policy },
  { "doctor", "", N_ ("report what is in force on this computer, and what does not work"), cli_doctor },
  { "lists", "update|show|test [--json] [URL…]", N_ ("renew block lists, or look addresses up in them"), cli_lists },
  { "checks", "[--json]", N_ ("list the checks"), cli_checks },
};

/* Raw output: JSON is UTF-8 in any locale, and GLib would print "?" for letters missing from the locale's charset. */
static void
print_utf8 (const char *text)
{
  fputs (text, stdout);
}

static void
print_usage (void)
{
  g_print ("%s\n\n%s\n", _ ("bellbuoy detects deceptive mail: false links, forged senders, imitated names."),
           _ ("Usage:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  bellbuoy %s%s%s\n      %s\n", commands[i].name, *commands[i].usage != '\0' ? " " : "",
             commands[i].usage, _ (commands[i].title));
  g_print ("  bellbuoy --version\n  bellbuoy help COMMAND\n\n%s\n%s\n",
           _ ("A PATH is a message file, an mbox, a Maildir, a folder, or - for standard input."),
           _ ("“bellbuoy help check” lists the options of a command, “man bellbuoy” explains them."));
}

static const CliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

static int
refuse_command (const char *name)
{
  cli_complain (name, _ ("no such command; see bellbuoy --help"));
  return CLI_TROUBLE;
}

/* GLib prints the name of the program before the arguments of a command. */
static int
run_command (const CliCommand *command, int argc, char **argv)
{
  g_autofree char *name = g_strconcat ("bellbuoy ", command->name, NULL);

  g_set_prgname (name);
  return command->run (argc, argv);
}

/* "help check" is "check --help". */
static int
help (int argc, char **argv)
{
  const CliCommand *command = argc > 2 ? find_command (argv[2]) : NULL;
  char *words[] = { argc > 2 ? argv[2] : NULL, (char *) "--help", NULL };

  if (command != NULL)
    return run_command (command, 2, words);
  if (argc > 2)
    return refuse_command (argv[2]);
  print_usage ();
  return CLI_CLEAN;
}

/* Output that could not be written is an error, whatever the result. */
static int
end_output (int status)
{
  if (fflush (stdout) == 0 && ferror (stdout) == 0)
    return status;
  cli_complain (_ ("standard output"), g_strerror (errno));
  return CLI_TROUBLE;
}

static int
run (int argc, char **argv)
{
  const CliCommand *command;

  g_set_print_handler (print_utf8);
  cli_set_up_words ();
  if (argc < 2)
    {
      print_usage ();
      return CLI_TROUBLE;
    }
  if (g_str_equal (argv[1], "--version") || g_str_equal (argv[1], "-V"))
    {
      g_print ("bellbuoy %s\n", PACKAGE_VERSION);
      return CLI_CLEAN;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "help"))
    return help (argc, argv);

  command = find_command (argv[1]);
  return command != NULL ? run_command (command, argc - 1, argv + 1) : refuse_command (argv[1]);
}

int
main (int argc, char **argv)
{
  return end_output (run (argc, argv));
}
