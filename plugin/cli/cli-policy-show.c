/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * `bellbuoy policy show`: the value in force for each key, and where it comes from.
 */
#include "config.h"

#include "cli.h"

#include <glib/gi18n.h>

#include "buoy-settings.h"
#include "cli-json.h"
#include "cli-policy.h"
#include "policy/buoy-policy-folders.h"

typedef struct
{
  const char *key;
  GVariant *value;              /* in force */
  GVariant *readers;            /* NULL if there is none */
  const BuoyPolicyEntry *entry; /* of the policy; NULL if there is none */
  gboolean is_locked;
  gboolean is_policys_lock;
} KeyState;

static const char *
name_source (const KeyState *state)
{
  if (state->is_policys_lock)
    return "policy";
  if (state->is_locked)
    return "system";
  if (state->entry != NULL && (state->entry->is_merged || state->readers == NULL))
    return "policy";
  return state->readers != NULL ? "reader" : "default";
}

/* Describes where the value comes from. (transfer full) */
static char *
describe_source (const KeyState *state)
{
  const char *source = name_source (state);

  if (g_str_equal (source, "policy"))
    {
      if (state->entry->line == 0)
        /* Translators: %s is a file. */
        return g_strdup_printf (_ ("%s, as it was before it was damaged"), state->entry->path);
      return g_strdup_printf ("%s:%u", state->entry->path, state->entry->line);
    }
  if (g_str_equal (source, "system"))
    return g_strdup (_ ("locked in dconf"));
  return g_strdup (g_str_equal (source, "reader") ? _ ("set by the user") : _ ("default"));
}

static char *
to_json (GVariant *value)
{
  g_autoptr (JsonNode) node = json_gvariant_serialize (value);

  return json_to_string (node, FALSE);
}

static void
print_text (const KeyState *state)
{
  g_autofree char *value = to_json (state->value);
  g_autofree char *source = describe_source (state);

  g_print ("%s: %s\n    %s%s\n", state->key, value, source, state->is_locked ? _ (", locked") : "");
  if (state->readers != NULL && !g_variant_equal (state->readers, state->value))
    {
      g_autofree char *readers = to_json (state->readers);

      /* Translators: %s is a value. */
      g_print (_ ("    Set by the user: %s\n"), readers);
    }
}

static void
add_variant (JsonBuilder *builder, const char *name, GVariant *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_value (builder, json_gvariant_serialize (value));
  else
    json_builder_add_null_value (builder);
}

static void
print_json (const KeyState *state)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const gboolean is_policys = g_str_equal (name_source (state), "policy");

  json_builder_begin_object (builder);
  cli_json_add_text (builder, "key", state->key);
  add_variant (builder, "value", state->value);
  cli_json_add_text (builder, "source", name_source (state));
  json_builder_set_member_name (builder, "locked");
  json_builder_add_boolean_value (builder, state->is_locked);
  cli_json_add_text (builder, "file", is_policys ? state->entry->path : NULL);
  json_builder_set_member_name (builder, "line");
  json_builder_add_int_value (builder, is_policys ? state->entry->line : 0);
  add_variant (builder, "reader", state->readers);
  cli_json_print (builder);
}

static void
show_key (GSettings *settings, const char *key, gboolean json)
{
  GSettings *organisation = buoy_settings_get_organisation (settings);
  BuoyPolicy *policy = buoy_policy_of_settings (settings);
  const gboolean is_readers = !buoy_policy_keys_is_organisations (buoy_policy_get_keys (policy), key);
  GSettings *holder = is_readers ? settings : organisation;
  g_autoptr (BuoyPolicySet) set = buoy_policy_get_set (policy);
  const GSList *chain = buoy_policy_set_get (set, key);
  g_autoptr (GVariant) value = g_settings_get_value (holder, key);
  g_autoptr (GVariant) readers = is_readers ? buoy_policy_get_readers (settings, key) : NULL;
  const KeyState state = { .key = key,
                           .value = value,
                           .readers = readers,
                           .entry = chain != NULL ? chain->data : NULL,
                           .is_locked = is_readers ? !g_settings_is_writable (holder, key) : chain != NULL,
                           .is_policys_lock = is_readers ? buoy_policy_set_is_locked (set, key) : chain != NULL };

  if (json)
    print_json (&state);
  else
    print_text (&state);
}

/* Prints the state of fetching, if that is configured. */
static void
print_fetch (void)
{
  const char *advice;
  g_autofree char *text = cli_policy_describe_fetch (g_getenv (BUOY_POLICY_ROOT_VARIABLE), &advice);

  if (text != NULL)
    g_print ("%s\n", text);
}

static int
show (gboolean json)
{
  g_autoptr (GSettings) settings = buoy_settings_peek (g_settings_schema_source_get_default ());
  BuoyPolicy *policy = settings != NULL ? buoy_policy_of_settings (settings) : NULL;
  g_auto (GStrv) faults = NULL;

  if (policy == NULL || buoy_policy_get_keys (policy) == NULL)
    {
      cli_complain ("policy", _ ("the settings schemas are not installed"));
      return CLI_TROUBLE;
    }
  for (const char *const *key = buoy_policy_keys_list (buoy_policy_get_keys (policy)); *key != NULL; key++)
    show_key (settings, *key, json);
  if (!json)
    print_fetch ();
  faults = buoy_policy_list_faults (policy);
  for (char **fault = faults; *fault != NULL; fault++)
    cli_complain ("policy", *fault);
  return *faults != NULL ? CLI_TROUBLE : CLI_CLEAN;
}

int
cli_policy_show (int argc, char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("One JSON object per key, one per line"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options
      = g_option_context_new (_ ("- show the value in force for each key, and its source"));

  g_option_context_add_main_entries (options, entries, GETTEXT_PACKAGE);
  return cli_parse_options (options, "policy show", argc, argv) ? show (json) : CLI_TROUBLE;
}
