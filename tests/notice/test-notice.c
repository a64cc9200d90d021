/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The texts of a whole notice compared with golden files, and what no notice may ever say.
 */
#include "config.h"

#include <bellbuoy.h>
#include <string.h>

static BuoyNotice *
notice_of (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "notice", name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BuoyVerdict) verdict = NULL;
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize length = 0;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, length);
  verdict = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, &error);
  g_assert_no_error (error);
  return buoy_notice_new (verdict);
}

static void
test_golden (void)
{
  g_autoptr (BuoyNotice) notice = notice_of ("ekinet.eml");
  g_autofree char *text = buoy_notice_to_text (notice);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "notice", "ekinet.expected", NULL);
  g_autofree char *expected = NULL;

  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_gravest_first (void)
{
  g_autoptr (BuoyNotice) notice = notice_of ("ekinet.eml");
  const GPtrArray *findings = buoy_notice_get_findings (notice);
  BuoyStrength last = BUOY_STRENGTH_STRONG;

  g_assert_cmpuint (findings->len, >, 2);
  for (guint i = 0; i < findings->len; i++)
    {
      const BuoyNoticeFinding *finding = g_ptr_array_index (findings, i);
      const BuoyStrength strength = buoy_finding_get_strength (finding->finding);

      g_assert_cmpint (strength, <=, last);
      last = strength;
    }
}

/* No warning is not a promise. */
static void
test_never_says_safe (void)
{
  g_autoptr (BuoyNotice) notice = notice_of ("honest.eml");
  g_autofree char *text = buoy_notice_to_text (notice);
  g_autofree char *lower = g_ascii_strdown (text, -1);

  g_assert_cmpstr (buoy_notice_get_level_word (notice), ==, "");
  g_assert_null (strstr (lower, "safe"));
  g_assert_null (strstr (lower, "genuine"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notice/golden", test_golden);
  g_test_add_func ("/notice/gravest-first", test_gravest_first);
  g_test_add_func ("/notice/never-says-safe", test_never_says_safe);
  return g_test_run ();
}
