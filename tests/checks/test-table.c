/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Validates the check table: ids are unique and well formed, titles are short and have no full stop.
 */
#include "config.h"

#include <bellbuoy.h>
#include <string.h>

#include "checks/checks-private.h"

static void
test_ids (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const BuoyCheck *check;

  g_assert_nonnull (buoy_check_get_nth (0));
  for (guint i = 0; (check = buoy_check_get_nth (i)) != NULL; i++)
    {
      g_assert_true (g_hash_table_add (seen, (gpointer) buoy_check_get_id (check)));
      g_assert_cmpuint (strspn (buoy_check_get_id (check), "abcdefghijklmnopqrstuvwxyz-"), ==,
                        strlen (buoy_check_get_id (check)));
    }
}

static void
test_words (void)
{
  const BuoyCheck *check;

  for (guint i = 0; (check = buoy_check_get_nth (i)) != NULL; i++)
    {
      g_assert_cmpuint (g_utf8_strlen (buoy_check_get_title (check), -1), <=, 60);
      g_assert_false (g_str_has_suffix (buoy_check_get_title (check), "."));
      g_assert_true (g_str_has_suffix (buoy_check_get_explanation (check), "."));
    }
}

/* The order of the contract: the gravest checks for a reader come first. */
static void
test_order (void)
{
  g_assert_cmpstr (buoy_check_get_id (buoy_check_get_nth (0)), ==, "link-text-mismatch");
  g_assert_cmpstr (buoy_check_get_id (buoy_check_get_nth (1)), ==, "from-origin-mismatch");
}

/* Evidence kinds have the same names in JSON, settings, fixtures and bindings. */
static void
test_kinds (void)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (BUOY_TYPE_EVIDENCE_KIND);

  for (guint i = 0; i < kinds->n_values; i++)
    {
      g_assert_cmpint (kinds->values[i].value, ==, (int) i);
      g_assert_cmpstr (buoy_evidence_kind_to_string ((BuoyEvidenceKind) i), ==, kinds->values[i].value_nick);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/ids", test_ids);
  g_test_add_func ("/table/words", test_words);
  g_test_add_func ("/table/order", test_order);
  g_test_add_func ("/table/kinds", test_kinds);
  return g_test_run ();
}
