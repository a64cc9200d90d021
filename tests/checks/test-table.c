/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Holds the check table to its word: ids are unique and well formed, titles are short and end without a full stop.
 */
#include "config.h"

#include <bellbuoy.h>
#include <string.h>

static void
test_ids (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_checks;
  const BuoyCheck *checks = buoy_checks_get (&n_checks);

  g_assert_cmpuint (n_checks, >, 0);
  for (guint i = 0; i < n_checks; i++)
    {
      g_assert_true (g_hash_table_add (seen, (gpointer) checks[i].id));
      g_assert_cmpuint (strspn (checks[i].id, "abcdefghijklmnopqrstuvwxyz-"), ==, strlen (checks[i].id));
    }
}

static void
test_words (void)
{
  guint n_checks;
  const BuoyCheck *checks = buoy_checks_get (&n_checks);

  for (guint i = 0; i < n_checks; i++)
    {
      g_assert_cmpuint (g_utf8_strlen (checks[i].title, -1), <=, 60);
      g_assert_false (g_str_has_suffix (checks[i].title, "."));
      g_assert_true (g_str_has_suffix (checks[i].explanation, "."));
    }
}

/* The contract's order: what is gravest for a reader comes first. */
static void
test_order (void)
{
  guint n_checks;
  const BuoyCheck *checks = buoy_checks_get (&n_checks);

  g_assert_cmpstr (checks[0].id, ==, "link-text-mismatch");
  g_assert_cmpstr (checks[1].id, ==, "from-origin-mismatch");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/ids", test_ids);
  g_test_add_func ("/table/words", test_words);
  g_test_add_func ("/table/order", test_order);
  return g_test_run ();
}
