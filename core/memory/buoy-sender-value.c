/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A sender's record in the database: a GVariant in the byte order of this machine.
 */
#include "config.h"

#include "memory/buoy-sender-record.h"

#include <string.h>

/* messages, proven ones, days, checked in vain, first, last, first proven, last proven, proofs, warned,
 * checker, traits
 */
#define RECORD_TYPE "(qqqqqqqqybuaau)"

GBytes *
buoy_sender_record_to_bytes (const BuoySenderRecord *record)
{
  g_auto (GVariantBuilder) traits = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aau"));
  g_autoptr (GVariant) value = NULL;

  for (guint i = 0; i < BUOY_N_TRAITS; i++)
    g_variant_builder_add_value (&traits,
                                 g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, record->traits[i].values,
                                                            record->traits[i].n, sizeof record->traits[i].values[0]));
  value = g_variant_ref_sink (g_variant_new (RECORD_TYPE, record->n_messages, record->n_proven, record->n_days,
                                             record->n_unproven, record->first, record->last, record->first_proven,
                                             record->last_proven, record->proofs, record->was_warned, record->checker,
                                             &traits));
  return g_variant_get_data_as_bytes (value);
}

static void
read_traits (BuoySenderRecord *record, GVariant *lists)
{
  for (guint i = 0; i < MIN (g_variant_n_children (lists), BUOY_N_TRAITS); i++)
    {
      g_autoptr (GVariant) list = g_variant_get_child_value (lists, i);
      gsize n;
      const guint32 *values = g_variant_get_fixed_array (list, &n, sizeof *values);

      record->traits[i].n = (guint) MIN (n, BUOY_TRAITS_MAX);
      if (record->traits[i].n > 0)
        memcpy (record->traits[i].values, values, record->traits[i].n * sizeof *values);
    }
}

void
buoy_sender_record_from_bytes (BuoySenderRecord *record, GBytes *bytes)
{
  g_autoptr (GVariant) value
      = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (RECORD_TYPE), bytes, FALSE));
  g_autoptr (GVariant) lists = NULL;

  memset (record, 0, sizeof *record);
  g_variant_get (value, "(qqqqqqqqybu@aau)", &record->n_messages, &record->n_proven, &record->n_days,
                 &record->n_unproven, &record->first, &record->last, &record->first_proven, &record->last_proven,
                 &record->proofs, &record->was_warned, &record->checker, &lists);
  read_traits (record, lists);
}
