/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Public accessors for a row of the check table.
 */
#include "config.h"

#include "checks/checks-private.h"

static gpointer
check_copy (gpointer check)
{
  return check;
}

static void
check_free (gpointer check)
{
}

G_DEFINE_BOXED_TYPE (BuoyCheck, buoy_check, check_copy, check_free)

/**
 * buoy_check_get_nth:
 * @index: which check, from 0
 *
 * Gets the checks one by one, in the order in which their findings are shown.
 *
 * Returns: (nullable) (transfer none): the check; %NULL after the last
 *
 * Since: 0.2
 */
const BuoyCheck *
buoy_check_get_nth (guint index)
{
  guint n_rows;
  const BuoyCheckRow *rows = buoy_check_rows_get (&n_rows);

  return index < n_rows ? &rows[index].check : NULL;
}

/**
 * buoy_check_get_id:
 * @check: a check
 *
 * Gets the stable identifier of a check, as used in the JSON output, in settings, and in buoy_context_suppress_check().
 *
 * Returns: (transfer none): the identifier, of lower-case letters and hyphens
 *
 * Since: 0.2
 */
const char *
buoy_check_get_id (const BuoyCheck *check)
{
  g_return_val_if_fail (check != NULL, NULL);

  return check->id;
}

/**
 * buoy_check_get_strength:
 * @check: a check
 *
 * Gets the strength that the check's findings have at most.
 *
 * Returns: the strength
 *
 * Since: 0.2
 */
BuoyStrength
buoy_check_get_strength (const BuoyCheck *check)
{
  g_return_val_if_fail (check != NULL, BUOY_STRENGTH_NOTE);

  return check->strength;
}

/**
 * buoy_check_needs_network:
 * @check: a check
 *
 * Gets whether a check depends on lookups over the network.
 *
 * Returns: whether the check needs the network
 *
 * Since: 0.2
 */
gboolean
buoy_check_needs_network (const BuoyCheck *check)
{
  g_return_val_if_fail (check != NULL, FALSE);

  return check->needs_network;
}
