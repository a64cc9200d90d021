/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a policy tells the analysis. The reader's own settings do not count here: a check in a terminal or a script says
 * the same for everyone.
 */
#include "config.h"

#include "cli.h"

#include <glib/gi18n.h>

#include "buoy-settings-context.h"
#include "cli-policy.h"
#include "policy/buoy-policy-folders.h"

/* Without GSettings, which would only cost time and a file descriptor. */
static GVariant *
get_value (gpointer policy, const char *name)
{
  g_autoptr (BuoyPolicySet) set = buoy_policy_get_set (policy);
  g_autoptr (GSettingsSchemaKey) key = buoy_policy_keys_find (buoy_policy_get_keys (policy), name);
  GVariant *value = buoy_policy_set_apply (set, name, NULL);

  return value != NULL ? value : g_settings_schema_key_get_default_value (key);
}

static gboolean
allows_lookups (BuoyPolicy *policy)
{
  g_autoptr (BuoyPolicySet) set = buoy_policy_get_set (policy);
  g_autoptr (GVariant) lookups = get_value (policy, "lookups");

  return !buoy_policy_set_is_locked (set, "lookups") || !g_str_equal (g_variant_get_string (lookups, NULL), "off");
}

/* Whether what was read could be read to its end. */
static gboolean
report_faults (BuoyPolicy *policy)
{
  g_auto (GStrv) faults = buoy_policy_list_faults (policy);
  const GPtrArray *files = buoy_policy_get_files (policy);

  for (char **fault = faults; *fault != NULL; fault++)
    cli_complain ("policy", *fault);
  for (guint i = 0; i < files->len; i++)
    if (((const BuoyPolicyFile *) files->pdata[i])->is_broken)
      return FALSE;
  return TRUE;
}

gboolean
cli_policy_fill_context (const char *file, BuoyContext *context, gboolean *out_may_ask)
{
  g_autoptr (BuoyPolicyKeys) keys = buoy_policy_keys_new (g_settings_schema_source_get_default ());
  g_autoptr (BuoyPolicy) policy = NULL;
  gboolean is_whole;

  *out_may_ask = TRUE;
  if (keys == NULL)
    {
      if (file != NULL)
        cli_complain ("--policy", _ ("the settings schemas are not installed"));
      return file == NULL;
    }
  policy = file != NULL ? buoy_policy_new_for_file (keys, file)
                        : buoy_policy_new (keys, g_getenv (BUOY_POLICY_ROOT_VARIABLE));
  is_whole = report_faults (policy);
  buoy_settings_fill_context (get_value, policy, context);
  buoy_settings_fill_organisation (get_value, policy, context);
  *out_may_ask = allows_lookups (policy);
  return is_whole || file == NULL;
}
