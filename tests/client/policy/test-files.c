/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which files count, which of them counts most, what masks them, and what stays of one that is broken.
 */
#include "config.h"

#include <glib/gstdio.h>

#include "buoy-settings.h"
#include "policy-tree.h"
#include "policy/buoy-policy-folders.h"

#define SHARE BUOY_PKGDATADIR "/"
#define VAR "/var/lib/bellbuoy/"

static void
assert_files (PolicyTree *tree, const char *expected)
{
  g_autoptr (GPtrArray) paths = buoy_policy_folders_list (tree->root);
  g_autofree char *found = NULL;

  g_ptr_array_add (paths, NULL);
  found = g_strjoinv (" ", (char **) paths->pdata);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_none (void)
{
  g_autoptr (PolicyTree) tree = policy_tree_new ();
  g_autoptr (GSettings) settings = policy_tree_open (tree);

  assert_files (tree, "");
  policy_assert_value (settings, "banner-level", "'caution'");
  g_assert_true (g_settings_is_writable (settings, "banner-level"));
}

static void
test_order (void)
{
  g_autoptr (PolicyTree) tree = policy_tree_new ();

  policy_tree_write (tree, ETC "policy.d/20-b.json", "{}");
  policy_tree_write (tree, SHARE "policy.d/30-c.json", "{}");
  policy_tree_write (tree, RUN "policy.d/10-a.json", "{}");
  policy_tree_write (tree, ETC "policy.d/10-a.json", "{}"); /* hides the one of /run */
  policy_tree_write (tree, ETC "policy.d/README", "no policy");
  policy_tree_write (tree, ETC "policy.d/.40-d.json", "{}");
  policy_tree_write (tree, ETC "policy.json", "{}");
  policy_tree_write (tree, RUN "policy.json", "{}");
  policy_tree_write (tree, VAR "policy.json", "{}");
  policy_tree_write (tree, SHARE "policy.json", "{}");
  assert_files (tree, SHARE "policy.json " VAR "policy.json " RUN "policy.json " ETC "policy.json " ETC
                            "policy.d/10-a.json " ETC "policy.d/20-b.json " SHARE "policy.d/30-c.json");
}

static void
test_masks (void)
{
  g_autoptr (PolicyTree) tree = policy_tree_new ();

  policy_tree_write (tree, SHARE "policy.json", "{}");
  policy_tree_write (tree, SHARE "policy.d/10-a.json", "{}");
  policy_tree_write (tree, SHARE "policy.d/20-b.json", "{}");
  policy_tree_link (tree, ETC "policy.json", "/dev/null");
  policy_tree_link (tree, ETC "policy.d/10-a.json", "/dev/null");
  assert_files (tree, SHARE "policy.d/20-b.json");
}

static void
test_later_wins (void)
{
  g_autoptr (PolicyTree) tree = policy_tree_new ();
  g_autoptr (GSettings) settings = NULL;

  policy_tree_write (tree, SHARE "policy.json", "{\"banner-level\": \"danger\", \"link-action\": \"block\"}");
  policy_tree_write (tree, ETC "policy.json",
                     "{\"banner-level\": {\"value\": \"caution\", \"locked\": true},"
                     " \"own-domains\": {\"value\": [\"a.example\"], \"locked\": true}}");
  policy_tree_write (tree, ETC "policy.d/1.json", "{\"own-domains\": {\"value\": [\"b.example\"], \"merge\": true}}");
  settings = policy_tree_open (tree);
  policy_assert_value (settings, "banner-level", "'caution'");
  policy_assert_value (settings, "link-action", "'block'");
  g_assert_false (g_settings_is_writable (settings, "banner-level"));
  /* it is added, and the lock below it holds */
  policy_assert_value (settings, "own-domains", "['b.example', 'a.example']");
  g_assert_false (g_settings_is_writable (settings, "own-domains"));
}

static guint
count_faults (GSettings *settings)
{
  g_auto (GStrv) faults = buoy_policy_list_faults (buoy_policy_of_settings (settings));

  return g_strv_length (faults);
}

/* A file that is broken while a client runs: what it said before stays, key by key. */
static void
test_last_good (void)
{
  static const char *const broken[] = {
    "{\"banner-level\": {\"value\": \"danger\", \"locked\": true},",
    "",
    "x",
    "[]",
    "{\"banner-level\": {\"value\": \"loud\", \"locked\": true}, \"link-action\": \"block\"}",
  };
  g_autoptr (PolicyTree) tree = policy_tree_new ();
  g_autoptr (GSettings) settings = policy_tree_open (tree);

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      policy_tree_write (tree, ETC "policy.json",
                         "{\"link-action\": \"block\", \"banner-level\": {\"value\": \"danger\", \"locked\": true}}");
      policy_tree_reload (settings);
      g_assert_cmpuint (count_faults (settings), ==, 0);
      policy_tree_write (tree, ETC "policy.json", broken[i]);
      policy_tree_reload (settings);
      policy_tree_reload (settings);
      g_assert_cmpuint (count_faults (settings), ==, 1);
      policy_assert_value (settings, "banner-level", "'danger'");
      policy_assert_value (settings, "link-action", "'block'");
      g_assert_false (g_settings_is_writable (settings, "banner-level"));
    }
  policy_tree_write (tree, ETC "policy.json", "{}");
  policy_tree_reload (settings);
  g_assert_cmpuint (count_faults (settings), ==, 0);
  policy_assert_value (settings, "banner-level", "'caution'");
}

#define GOOD                                                                                                  \
  "{\"link-action\": \"block\", \"banner-level\": {\"value\": \"danger\", \"locked\": true}, \"unknown\": 1," \
  " \"own-domains\": {\"value\": [\"a\\\"\\u65e5.example\"], \"merge\": true}}"

/* A client starts with @text after another one read a good file. (transfer full) */
static GSettings *
restart_with (PolicyTree *tree, const char *text)
{
  g_autoptr (GSettings) before = NULL;

  policy_tree_write (tree, ETC "policy.json", GOOD);
  before = policy_tree_open (tree);
  g_assert_cmpuint (count_faults (before), ==, 1);
  g_clear_object (&before);
  policy_tree_write (tree, ETC "policy.json", text);
  return policy_tree_open (tree);
}

/* A file that is damaged while no client runs: what it said when one last read it is in force, and again after the
 * next start.
 */
static void
test_last_good_at_start (void)
{
  static const char *const broken[] = {
    "", "[]", "\xff", "{\"own-domains\"", "{\"banner-level\": \"loud\", \"link-action\": \"stop\", \"own-domains\": 1}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (PolicyTree) tree = policy_tree_new ();
      g_autoptr (GSettings) settings = restart_with (tree, broken[i]);

      for (guint j = 0; j < 2; j++)
        {
          g_assert_cmpuint (count_faults (settings), >, 0);
          policy_assert_value (settings, "link-action", "'block'");
          policy_assert_value (settings, "own-domains", "['a\"日.example']");
          g_assert_false (g_settings_is_writable (settings, "banner-level"));
          g_assert_true (g_settings_is_writable (settings, "link-action"));
          g_clear_object (&settings);
          settings = policy_tree_open (tree);
        }
    }
}

/* What is taken back is gone, and does not return with a later fault. */
static void
test_taken_back (void)
{
  g_autoptr (PolicyTree) tree = policy_tree_new ();
  g_autoptr (GSettings) settings = restart_with (tree, "{}");

  policy_assert_value (settings, "link-action", "'warn'");
  policy_tree_write (tree, ETC "policy.json", GOOD);
  policy_tree_reload (settings);
  policy_tree_remove (tree, ETC "policy.json");
  policy_tree_reload (settings);
  policy_assert_value (settings, "link-action", "'warn'");
  g_clear_object (&settings);
  policy_tree_write (tree, ETC "policy.json", "{");
  settings = policy_tree_open (tree);
  policy_assert_value (settings, "link-action", "'warn'");
}

/* A client that finds no schemas, since they are being replaced, reads no file: it takes nothing back. */
static void
test_no_schemas (void)
{
  g_autoptr (PolicyTree) tree = policy_tree_new ();
  g_autoptr (GSettings) settings = restart_with (tree, "{");
  g_autoptr (BuoyPolicy) without = buoy_policy_new (NULL, tree->root);

  buoy_policy_watch (without);
  buoy_policy_reload (without);
  g_clear_object (&settings);
  settings = policy_tree_open (tree);
  policy_assert_value (settings, "link-action", "'block'");
}

/* A stored file that is damaged itself spoils nothing. */
static void
test_damaged_store (void)
{
  g_autoptr (PolicyTree) tree = policy_tree_new ();
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, ETC "policy.json", -1);
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "bellbuoy", "policy", digest, NULL);
  g_autoptr (GSettings) settings = restart_with (tree, "{");

  policy_assert_value (settings, "link-action", "'block'");
  g_clear_object (&settings);
  policy_tree_write (tree, path, "{\"link-action\": 7, \"banner-level\": \"danger\", \"x");
  settings = policy_tree_open (tree);
  g_assert_cmpuint (count_faults (settings), ==, 1);
  policy_assert_value (settings, "link-action", "'warn'");
  policy_assert_value (settings, "banner-level", "'danger'");
}

/* A file that a client starts with, the first one ever: what stands before the fault counts. */
static void
test_broken_at_start (void)
{
  g_autoptr (PolicyTree) tree = policy_tree_new ();
  g_autoptr (GSettings) settings = NULL;

  policy_tree_write (tree, ETC "policy.json",
                     "{\"banner-level\": {\"value\": \"danger\", \"locked\": true},\n\"enabled\": ");
  settings = policy_tree_open (tree);
  g_assert_cmpuint (count_faults (settings), ==, 1);
  policy_assert_value (settings, "banner-level", "'danger'");
  policy_assert_value (settings, "enabled", "true");
}

static void
test_strange_files (void)
{
  g_autofree char *large = g_strnfill (BUOY_POLICY_MAX_BYTES + 1, ' ');
  g_autoptr (PolicyTree) tree = policy_tree_new ();
  g_autoptr (GSettings) settings = NULL;

  policy_tree_write (tree, ETC "policy.d/1.json", large);
  policy_tree_link (tree, ETC "policy.d/2.json", "/dev/zero");
  policy_tree_link (tree, ETC "policy.d/3.json", "nowhere");
  policy_tree_write (tree, ETC "policy.d/4.json/inside", "");
  policy_tree_write (tree, ETC "policy.d/5.json", "{\"enabled\": false}");
  settings = policy_tree_open (tree);
  g_assert_cmpuint (count_faults (settings), ==, 4);
  policy_assert_value (settings, "enabled", "false");
}

static void
test_expired (void)
{
  g_autoptr (PolicyTree) tree = policy_tree_new ();
  g_autoptr (GSettings) settings = policy_tree_open (tree);

  policy_tree_write (tree, ETC "policy.json", "{\"expires\": \"2025-03-31T00:00:00Z\", \"enabled\": false}");
  policy_tree_reload (settings);
  g_assert_cmpuint (count_faults (settings), ==, 1);
  policy_assert_value (settings, "enabled", "false");
  policy_tree_write (tree, ETC "policy.json", "{\"expires\": \"2999-03-31T00:00:00Z\"}");
  policy_tree_reload (settings);
  g_assert_cmpuint (count_faults (settings), ==, 0);
  policy_tree_write (tree, ETC "policy.json", "{\"expires\": \"soon\"}");
  policy_tree_reload (settings);
  g_assert_cmpuint (count_faults (settings), ==, 1);
  policy_tree_write (tree, ETC "policy.json", "{\"expires\": 7}");
  policy_tree_reload (settings);
  g_assert_cmpuint (count_faults (settings), ==, 1);
}

static void
test_many_faults (void)
{
  g_autoptr (GString) text = g_string_new ("{\"enabled\": 0");
  g_autoptr (PolicyTree) tree = policy_tree_new ();
  g_autoptr (GSettings) settings = policy_tree_open (tree);

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, ",\n\"key-%u\": 0", i);
  g_string_append (text, ",\n\"banner-level\": {\"value\": \"danger\", \"locked\": true}}");
  policy_tree_write (tree, ETC "policy.json", text->str);
  policy_tree_reload (settings);
  g_assert_cmpuint (count_faults (settings), ==, BUOY_POLICY_MAX_FAULTS);
  g_assert_false (
      g_settings_is_writable (settings, "banner-level")); /* what is right is in force, wherever it stands */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/policy/files/none", test_none);
  g_test_add_func ("/policy/files/order", test_order);
  g_test_add_func ("/policy/files/masks", test_masks);
  g_test_add_func ("/policy/files/later-wins", test_later_wins);
  g_test_add_func ("/policy/files/last-good", test_last_good);
  g_test_add_func ("/policy/files/last-good-at-start", test_last_good_at_start);
  g_test_add_func ("/policy/files/taken-back", test_taken_back);
  g_test_add_func ("/policy/files/no-schemas", test_no_schemas);
  g_test_add_func ("/policy/files/damaged-store", test_damaged_store);
  g_test_add_func ("/policy/files/broken-at-start", test_broken_at_start);
  g_test_add_func ("/policy/files/strange", test_strange_files);
  g_test_add_func ("/policy/files/expired", test_expired);
  g_test_add_func ("/policy/files/many-faults", test_many_faults);
  return g_test_run ();
}
