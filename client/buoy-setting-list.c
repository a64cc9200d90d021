/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Unknown entries, from another version or an administrator, are kept.
 */
#include "config.h"

#include "buoy-setting-list.h"

#include "policy/buoy-policy-set.h"

gboolean
buoy_setting_list_has (GSettings *settings, const char *key, GVariant *value)
{
  g_autoptr (GVariant) kept = g_variant_ref_sink (value);
  g_autoptr (GVariant) list = g_settings_get_value (settings, key);

  return buoy_policy_list_contains (list, kept);
}

gboolean
buoy_setting_list_set (GSettings *settings, const char *key, GVariant *value, gboolean present)
{
  g_autoptr (GVariant) kept = g_variant_ref_sink (value);
  g_autoptr (GVariant) list = g_settings_get_value (settings, key);
  GVariantBuilder builder;

  if (buoy_policy_list_contains (list, kept) == present)
    return TRUE;
  g_variant_builder_init (&builder, g_variant_get_type (list));
  for (gsize i = 0; i < g_variant_n_children (list); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (list, i);

      if (!g_variant_equal (child, kept))
        g_variant_builder_add_value (&builder, child);
    }
  if (present)
    g_variant_builder_add_value (&builder, kept);
  return g_settings_set_value (settings, key, g_variant_builder_end (&builder));
}
