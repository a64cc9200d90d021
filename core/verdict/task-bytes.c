/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "verdict/task-bytes.h"

GVariant *
buoy_task_pack_bytes (GBytes *bytes)
{
  return g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, bytes, TRUE);
}

GVariant *
buoy_task_pack_list (const GPtrArray *list)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_BYTESTRING_ARRAY);
  for (guint i = 0; i < list->len; i++)
    g_variant_builder_add_value (&builder, buoy_task_pack_bytes (g_ptr_array_index (list, i)));
  return g_variant_builder_end (&builder);
}

GPtrArray *
buoy_task_unpack_list (GVariant *value, gsize max)
{
  GPtrArray *list;

  if (g_variant_n_children (value) > max)
    return NULL;
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) bytes = g_variant_get_child_value (value, i);

      g_ptr_array_add (list, g_variant_get_data_as_bytes (bytes));
    }
  return list;
}

GBytes *
buoy_task_to_bytes (GVariant *value)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (value);

  return g_variant_get_data_as_bytes (owned);
}

GVariant *
buoy_task_from_bytes (GBytes *bytes, const char *type)
{
  g_autoptr (GVariant) value = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (type), bytes, FALSE));

  return g_variant_is_normal_form (value) ? g_steal_pointer (&value) : NULL;
}
