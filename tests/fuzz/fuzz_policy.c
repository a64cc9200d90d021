/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Any bytes as a policy file: alone, and after a good one whose values then stay.
 */
#include "config.h"

#include <stdlib.h>

#include "fuzz.h"
#include "policy/buoy-policy-set.h"

#define GOOD "{\"banner-level\": {\"value\": \"danger\", \"locked\": true}, \"own-domains\": [\"a.example\"]}"

static BuoyPolicyKeys *
get_keys (void)
{
  static BuoyPolicyKeys *keys;

  if (keys == NULL)
    {
      g_autoptr (GSettingsSchemaSource) source
          = g_settings_schema_source_new_from_directory (BUOY_SCHEMAS, NULL, TRUE, NULL);

      keys = buoy_policy_keys_new (source);
      g_assert_nonnull (keys);
    }
  return keys;
}

static void
tell_faults (const BuoyPolicyFile *file)
{
  for (guint i = 0; i < file->faults->len; i++)
    {
      g_autofree char *line = buoy_policy_fault_to_string (file->faults->pdata[i]);

      if (!g_utf8_validate (line, -1, NULL) || strchr (line, '\n') != NULL)
        abort ();
    }
}

/* Every value that is read is one of its key. */
static void
check_values (BuoyPolicySet *set)
{
  for (const char *const *name = buoy_policy_keys_list (get_keys ()); *name != NULL; name++)
    {
      g_autoptr (GSettingsSchemaKey) key = buoy_policy_keys_find (get_keys (), *name);
      g_autoptr (GVariant) value = buoy_policy_set_apply (set, *name, NULL);

      if (value != NULL
          && (!g_variant_is_of_type (value, g_settings_schema_key_get_value_type (key))
              || !g_settings_schema_key_range_check (key, value)))
        abort ();
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) buoy_policy_file_free);
  BuoyPolicyFile *before = buoy_policy_file_parse (get_keys (), "/good", GOOD, strlen (GOOD));
  BuoyPolicyFile *file = buoy_policy_file_parse (get_keys (), "/file", (const char *) data, size);
  g_autoptr (BuoyPolicySet) set = NULL;

  tell_faults (file);
  buoy_policy_file_keep (file, before);
  g_ptr_array_add (files, before);
  g_ptr_array_add (files, file);
  set = buoy_policy_set_new (files);
  check_values (set);
  if (file->is_broken && !buoy_policy_set_is_locked (set, "banner-level")
      && buoy_policy_set_get (set, "banner-level")->data == before->entries->pdata[0])
    abort ();
  return 0;
}
