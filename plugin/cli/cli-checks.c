/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * `bellbuoy checks`: the check table.
 */
#include "config.h"

#include "cli.h"

#include <glib/gi18n.h>

#include "buoy-type-names.h"
#include "cli-json.h"

static void
print_json (const BuoyCheck *check)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_json_add_text (builder, "id", buoy_check_get_id (check));
  cli_json_add_text (builder, "strength", buoy_strength_to_string (buoy_check_get_strength (check)));
  json_builder_set_member_name (builder, "needs_network");
  json_builder_add_boolean_value (builder, buoy_check_needs_network (check));
  cli_json_add_text (builder, "title", buoy_check_get_title (check));
  cli_json_add_text (builder, "explanation", buoy_check_get_explanation (check));
  cli_json_print (builder);
}

static void
print_text (const BuoyCheck *check)
{
  g_print ("%s (%s%s)\n  %s\n  %s\n", buoy_check_get_id (check),
           buoy_strength_to_string (buoy_check_get_strength (check)),
           buoy_check_needs_network (check) ? _ (", uses the network") : "", buoy_check_get_title (check),
           buoy_check_get_explanation (check));
}

int
cli_checks (int argc, char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("One JSON object per check, one per line"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options = g_option_context_new (_ ("- list the checks"));
  const BuoyCheck *check;

  g_option_context_add_main_entries (options, entries, GETTEXT_PACKAGE);
  if (!cli_parse_options (options, "checks", argc, argv))
    return CLI_TROUBLE;
  for (guint i = 0; (check = buoy_check_get_nth (i)) != NULL; i++)
    {
      if (json)
        print_json (check);
      else
        print_text (check);
    }
  return CLI_CLEAN;
}
