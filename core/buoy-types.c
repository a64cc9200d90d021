/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "buoy-type-names.h"

/**
 * buoy_error_quark:
 *
 * Gives the domain of the errors of #BuoyError.
 *
 * Returns: the domain
 *
 * Since: 0.2
 */
GQuark
buoy_error_quark (void)
{
  return g_quark_from_static_string ("buoy-error-quark");
}

/*< private >
 * buoy_level_to_string:
 * @level: a level
 *
 * Names @level as the JSON output does.
 *
 * Returns: "none", "caution" or "danger"
 */
const char *
buoy_level_to_string (BuoyLevel level)
{
  static const char *const names[] = { "none", "caution", "danger" };

  g_return_val_if_fail ((guint) level < G_N_ELEMENTS (names), NULL);
  return names[level];
}

/*< private >
 * buoy_strength_to_string:
 * @strength: a strength
 *
 * Names @strength as the JSON output does.
 *
 * Returns: "note", "weak", "medium" or "strong"
 */
const char *
buoy_strength_to_string (BuoyStrength strength)
{
  static const char *const names[] = { "note", "weak", "medium", "strong" };

  g_return_val_if_fail ((guint) strength < G_N_ELEMENTS (names), NULL);
  return names[strength];
}
