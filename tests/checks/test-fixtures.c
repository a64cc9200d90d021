/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Walks tests/data: each message must have exactly its expected verdict, with every finding and cited value. In
 * addition, <check-id>/hit-*.eml must have that finding, <check-id>/miss-*.eml must not, and clean/ must have no
 * warning. Every check has at least one of each.
 */
#include "config.h"

#include "fixture.h"

#include <locale.h>

/* Notes are how some checks begin, and where others end. */
static gboolean
counts (const BuoyFinding *finding)
{
  return buoy_finding_get_strength (finding) > BUOY_STRENGTH_NOTE
         || buoy_check_get_strength (buoy_finding_get_check (finding)) == BUOY_STRENGTH_NOTE;
}

static gboolean
has_finding (BuoyVerdict *verdict, const char *id)
{
  const GPtrArray *findings = buoy_verdict_get_findings (verdict);

  for (guint i = 0; i < findings->len; i++)
    {
      const BuoyFinding *finding = g_ptr_array_index (findings, i);

      if (g_str_equal (buoy_check_get_id (buoy_finding_get_check (finding)), id) && counts (finding))
        return TRUE;
    }
  return FALSE;
}

/* "…/data/urgency/hit-english.eml": the folder is the check, the first word what it is about. */
static void
assert_name (const char *path, BuoyVerdict *verdict)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *id = g_path_get_basename (folder);
  g_autofree char *name = g_path_get_basename (path);

  if (g_str_equal (id, "clean"))
    g_assert_cmpint (buoy_verdict_get_level (verdict), ==, BUOY_LEVEL_NONE);
  else if (g_str_has_prefix (name, "hit-"))
    g_assert_true (has_finding (verdict, id));
  else if (g_str_has_prefix (name, "miss-"))
    g_assert_false (has_finding (verdict, id));
}

/* Prints to standard error, which meson shows for failed tests. */
static void
tell (const char *name, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_printerr ("%s | %s\n", name, lines[i]);
}

static void
test_fixture (gconstpointer data)
{
  const char *path = data;
  g_autoptr (GBytes) bytes = fixture_read (path);
  g_autoptr (BuoyVerdict) verdict = fixture_scan (bytes);
  g_autofree char *want = fixture_get_expected (path, bytes);
  g_autofree char *got = fixture_describe (verdict);

  if (g_strcmp0 (want, got) != 0)
    {
      g_printerr ("%s\n", path);
      tell ("want", want != NULL ? want : "(no X-Expect field)");
      tell (" got", got);
      g_printerr ("If that is right, run script/expect and read the difference.\n");
      g_test_fail ();
    }
  assert_name (path, verdict);
}

/* Adds the fixtures of one folder; returns how many names start with @prefix. */
static guint
add_folder (const char *id, const char *prefix)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", id, NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *test = g_strdup_printf ("/fixtures/%s/%s", id, name);

      if (!g_str_has_prefix (name, prefix) || !g_str_has_suffix (name, ".eml"))
        continue;
      n++;
      g_test_add_data_func_full (test, g_build_filename (path, name, NULL), test_fixture, g_free);
    }
  return n;
}

static const char *const other_folders[] = { "clean", "client", "samples" };

int
main (int argc, char **argv)
{
  const BuoyCheck *check;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; (check = buoy_check_get_nth (i)) != NULL; i++)
    {
      /* what a server has to be asked for is tested beside a server of its own, in tests/net */
      if (buoy_check_needs_network (check))
        continue;
      g_assert_cmpuint (add_folder (buoy_check_get_id (check), "hit-"), >, 0);
      g_assert_cmpuint (add_folder (buoy_check_get_id (check), "miss-"), >, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (other_folders); i++)
    g_assert_cmpuint (add_folder (other_folders[i], ""), >, 0);
  return g_test_run ();
}
