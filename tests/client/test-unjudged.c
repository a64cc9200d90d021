/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a reader is told about a message that could not be judged, and when that is a warning.
 */
#include "config.h"

#include "buoy-unjudged.h"

static const struct
{
  BuoyError error;
  gboolean is_evasion; /* the sender may have built the message so */
  gboolean is_failure; /* of the program */
} cases[] = {
  { BUOY_ERROR_EMPTY, FALSE, FALSE },        { BUOY_ERROR_NOT_MAIL, FALSE, FALSE },
  { BUOY_ERROR_TOO_COMPLEX, TRUE, FALSE },   { BUOY_ERROR_TIMED_OUT, TRUE, FALSE },
  { BUOY_ERROR_CRASHED, TRUE, FALSE },       { BUOY_ERROR_NO_WORKER, FALSE, TRUE },
  { BUOY_ERROR_OTHER_VERSION, FALSE, TRUE }, { BUOY_ERROR_NO_SANDBOX, FALSE, TRUE },
  { BUOY_ERROR_NO_RESOURCES, FALSE, TRUE },  { BUOY_ERROR_STOPPED, FALSE, TRUE },
};

static void
test_errors (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const GError error = { BUOY_ERROR, (int) cases[i].error, (char *) "untranslated" };
      const char *words = buoy_unjudged_explain (&error);

      g_assert_cmpstr (words, !=, error.message);
      g_assert_true (g_hash_table_add (seen, (gpointer) words));
      g_assert_cmpint (buoy_unjudged_is_evasion (&error), ==, cases[i].is_evasion);
      g_assert_cmpint (buoy_unjudged_is_failure (&error), ==, cases[i].is_failure);
    }
}

static void
test_others (void)
{
  const GError error = { G_IO_ERROR, G_IO_ERROR_FAILED, (char *) "untranslated" };

  g_assert_cmpstr (buoy_unjudged_explain (&error), ==, "it could not be read");
  g_assert_false (buoy_unjudged_is_evasion (&error));
  g_assert_false (buoy_unjudged_is_failure (&error));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unjudged/errors", test_errors);
  g_test_add_func ("/unjudged/others", test_others);
  return g_test_run ();
}
