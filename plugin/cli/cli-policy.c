/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * `bellbuoy policy`: shows the organisation's policy, and validates policy files.
 */
#include "config.h"

#include "cli.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "cli-policy.h"
#include "policy/buoy-policy-folders.h"
#include "policy/buoy-policy-schema.h"

/* NULL after reporting that the schemas are missing. */
static BuoyPolicyKeys *
keys_new (void)
{
  BuoyPolicyKeys *keys = buoy_policy_keys_new (g_settings_schema_source_get_default ());

  if (keys == NULL)
    cli_complain ("policy", _ ("the settings schemas are not installed"));
  return keys;
}

static int
print_document (char *(*make) (BuoyPolicyKeys *keys))
{
  g_autoptr (BuoyPolicyKeys) keys = keys_new ();
  g_autofree char *text = keys != NULL ? make (keys) : NULL;

  if (text == NULL)
    return CLI_TROUBLE;
  g_print ("%s\n", text);
  return CLI_CLEAN;
}

static int
run_schema (int argc, char **argv)
{
  return print_document (buoy_policy_schema_to_json);
}

static int
run_example (int argc, char **argv)
{
  return print_document (buoy_policy_example_to_json);
}

static int
print_faults (BuoyPolicy *policy)
{
  g_auto (GStrv) faults = buoy_policy_list_faults (policy);

  for (char **fault = faults; *fault != NULL; fault++)
    g_print ("%s\n", *fault);
  return *faults != NULL ? CLI_TROUBLE : CLI_CLEAN;
}

static int
run_validate (int argc, char **argv)
{
  g_autoptr (BuoyPolicyKeys) keys = keys_new ();
  int status = CLI_CLEAN;

  if (keys == NULL)
    return CLI_TROUBLE;
  if (argc < 2)
    {
      g_autoptr (BuoyPolicy) policy = buoy_policy_new (keys, g_getenv (BUOY_POLICY_ROOT_VARIABLE));

      return print_faults (policy);
    }
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (BuoyPolicy) policy = buoy_policy_new_for_file (keys, argv[i]);

      if (print_faults (policy) != CLI_CLEAN)
        status = CLI_TROUBLE;
    }
  return status;
}

static const CliCommand commands[] = {
  { "show", "[--json]", N_ ("show the value, source and lock of each key"), cli_policy_show },
  { "validate", "[FILE…]", N_ ("report errors in policy files; without FILE, in the installed policy"), run_validate },
  { "fetch", "", N_ ("fetch the policy from the address in /etc/bellbuoy/fetch.conf"), cli_policy_fetch },
  { "schema", "", N_ ("print a JSON Schema for policy files"), run_schema },
  { "example", "", N_ ("print a policy file with the default of each key"), run_example },
};

static char *
describe_commands (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  bellbuoy policy %s%s%s\n      %s\n", commands[i].name,
                            *commands[i].usage != '\0' ? " " : "", commands[i].usage, _ (commands[i].title));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

int
cli_policy (int argc, char **argv)
{
  g_autoptr (GOptionContext) options
      = g_option_context_new (_ ("COMMAND - show, validate or fetch the organisation's policy"));
  g_autofree char *description = describe_commands ();
  g_autoptr (GError) error = NULL;

  g_option_context_set_description (options, description);
  g_option_context_set_strict_posix (options, TRUE);
  if (!g_option_context_parse (options, &argc, &argv, &error))
    {
      cli_complain ("policy", error->message);
      return CLI_TROUBLE;
    }
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, argv[1]))
      return commands[i].run (argc - 1, argv + 1);
  cli_complain ("policy", _ ("expected show, validate, fetch, schema or example"));
  return CLI_TROUBLE;
}
