/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A verdict from the worker program is the one that is made here, in every byte that a host prints: over all of
 * tests/data and their readers, or over the folders that are named.
 */
#include "config.h"

#include "../checks/fixture.h"
#include "notice/buoy-json.h"
#include "same.h"
#include "verdict/buoy-in-process.h"
#include "worker/buoy-worker.h"

static BuoyVerdict *
scan (GBytes *bytes, gboolean is_in_process)
{
  buoy_scan_set_in_process (is_in_process);
  return fixture_scan (bytes);
}

static gboolean
is_mail (GBytes *bytes)
{
  g_autoptr (BuoyVerdict) verdict = NULL;

  buoy_scan_set_in_process (TRUE);
  verdict = buoy_scan (bytes, NULL, 0, NULL, NULL);
  return verdict != NULL;
}

static void
test_file (const char *path)
{
  g_autoptr (GBytes) bytes = fixture_read (path);
  g_autoptr (BuoyVerdict) here = NULL;
  g_autoptr (BuoyVerdict) there = NULL;
  g_autofree char *json_here = NULL;
  g_autofree char *json_there = NULL;

  if (!is_mail (bytes))
    return;
  here = scan (bytes, TRUE);
  there = scan (bytes, FALSE);
  json_here = buoy_verdict_to_json (here);
  json_there = buoy_verdict_to_json (there);
  g_test_message ("%s", path);
  g_assert_cmpstr (json_here, ==, json_there);
  assert_same (here, there);
}

static guint
test_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      n_files += test_folder (path);
      if (!g_str_has_suffix (name, ".eml"))
        continue;
      test_file (path);
      n_files++;
    }
  return n_files;
}

static void
test_same (gconstpointer data)
{
  const char *const *folders = data;
  g_autofree char *own = g_test_build_filename (G_TEST_DIST, "data", NULL);
  guint n_files = 0;

  for (guint i = 0; folders[i] != NULL; i++)
    n_files += test_folder (folders[i]);
  if (folders[0] == NULL)
    n_files = test_folder (own);
  g_assert_cmpuint (n_files, >, 0);
  g_assert_cmpint (buoy_worker_get_pid (), !=, 0);
}

static void
test_no_mail (void)
{
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) prose = g_bytes_new_static ("no mail at all", 14);
  g_autoptr (GError) error = NULL;

  buoy_scan_set_in_process (FALSE);
  g_assert_null (buoy_scan (empty, NULL, BUOY_SCAN_PICTURES, NULL, &error));
  g_assert_error (error, BUOY_ERROR, BUOY_ERROR_EMPTY);
  g_clear_error (&error);
  g_assert_null (buoy_scan (prose, NULL, BUOY_SCAN_PICTURES, NULL, &error));
  g_assert_error (error, BUOY_ERROR, BUOY_ERROR_NOT_MAIL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/worker/same", argv + 1, test_same);
  g_test_add_func ("/worker/no-mail", test_no_mail);
  return g_test_run ();
}
