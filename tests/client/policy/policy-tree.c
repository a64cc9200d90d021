/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "policy-tree.h"

#include <glib/gstdio.h>
#include <unistd.h>

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>

#include "buoy-settings.h"

PolicyTree *
policy_tree_new (void)
{
  PolicyTree *tree = g_new0 (PolicyTree, 1);
  g_autofree char *data = g_test_build_filename (G_TEST_BUILT, "../data", NULL);
  g_autoptr (GError) error = NULL;

  tree->source = g_settings_schema_source_new_from_directory (data, NULL, TRUE, &error);
  g_assert_no_error (error);
  tree->keys = buoy_policy_keys_new (tree->source);
  g_assert_nonnull (tree->keys);
  tree->root = g_dir_make_tmp ("bellbuoy-XXXXXX", &error);
  g_assert_no_error (error);
  return tree;
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);

      remove_all (below);
    }
  g_remove (path);
}

void
policy_tree_free (PolicyTree *tree)
{
  remove_all (tree->root);
  g_free (tree->root);
  buoy_policy_keys_unref (tree->keys);
  g_settings_schema_source_unref (tree->source);
  g_free (tree);
}

static char *
prepare (PolicyTree *tree, const char *path)
{
  char *at = g_build_filename (tree->root, path, NULL);
  g_autofree char *folder = g_path_get_dirname (at);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  return at;
}

void
policy_tree_write (PolicyTree *tree, const char *path, const char *text)
{
  g_autofree char *at = prepare (tree, path);
  g_autoptr (GError) error = NULL;

  /* a new file, and not synced to a disk, which takes its time */
  g_remove (at);
  g_file_set_contents_full (at, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

void
policy_tree_link (PolicyTree *tree, const char *path, const char *target)
{
  g_autofree char *at = prepare (tree, path);

  g_assert_cmpint (symlink (target, at), ==, 0);
}

void
policy_tree_remove (PolicyTree *tree, const char *path)
{
  g_autofree char *at = prepare (tree, path);

  g_assert_cmpint (g_remove (at), ==, 0);
}

GSettings *
policy_tree_open (PolicyTree *tree)
{
  g_autoptr (GSettingsBackend) backend = g_memory_settings_backend_new ();
  GSettings *settings = buoy_settings_open_with (tree->source, backend, tree->root);

  g_assert_nonnull (settings);
  return settings;
}

void
policy_tree_reload (GSettings *settings)
{
  buoy_policy_reload (buoy_policy_of_settings (settings));
}

void
policy_assert_value (GSettings *settings, const char *key, const char *printed)
{
  g_autoptr (GVariant) value = g_settings_get_value (settings, key);
  g_autofree char *found = g_variant_print (value, FALSE);

  g_assert_cmpstr (found, ==, printed);
}
