/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "policy/buoy-policy-folders.h"

#define MAIN_FILE "policy.json"
#define ENDING ".json"
#define MASK "/dev/null"

/* In increasing order of precedence. */
static const char *const folders[] = { BUOY_PKGDATADIR, "/var/lib/bellbuoy", "/run/bellbuoy", "/etc/bellbuoy", NULL };

const char *const *
buoy_policy_folders_get (void)
{
  return folders;
}

char *
buoy_policy_at_root (const char *root, const char *path)
{
  return root != NULL ? g_build_filename (root, path, NULL) : g_strdup (path);
}

static gboolean
is_mask (const char *root, const char *path)
{
  g_autofree char *at = buoy_policy_at_root (root, path);
  g_autofree char *target = g_file_read_link (at, NULL);

  return g_strcmp0 (target, MASK) == 0;
}

/* TRUE for a dangling symbolic link, too: it is reported as a fault. */
static gboolean
exists (const char *root, const char *path)
{
  g_autofree char *at = buoy_policy_at_root (root, path);

  return g_file_test (at, G_FILE_TEST_EXISTS) || g_file_test (at, G_FILE_TEST_IS_SYMLINK);
}

/* Adds the main files in order of precedence, except those that are masked. */
static void
add_main_files (const char *root, GPtrArray *paths)
{
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], MAIN_FILE, NULL);

      if (is_mask (root, path))
        g_ptr_array_set_size (paths, 0);
      else if (exists (root, path))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
}

/* Maps each drop-in's name to its path in the folder with the highest precedence. */
static void
collect_drop_ins (const char *root, const char *folder, GHashTable *by_name)
{
  g_autofree char *path = g_build_filename (folder, BUOY_POLICY_DROP_INS, NULL);
  g_autofree char *at = buoy_policy_at_root (root, path);
  g_autoptr (GDir) dir = g_dir_open (at, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ENDING) && *name != '.' && g_utf8_validate (name, -1, NULL))
      g_hash_table_replace (by_name, g_strdup (name), g_build_filename (path, name, NULL));
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (a, b);
}

static void
add_drop_ins (const char *root, GPtrArray *paths)
{
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GList) names = NULL;
  const guint n_main = paths->len;

  for (guint i = 0; folders[i] != NULL; i++)
    collect_drop_ins (root, folders[i], by_name);
  names = g_list_sort (g_hash_table_get_keys (by_name), compare);
  for (const GList *item = names; item != NULL && paths->len - n_main < BUOY_POLICY_MAX_FILES; item = item->next)
    {
      const char *path = g_hash_table_lookup (by_name, item->data);

      if (!is_mask (root, path))
        g_ptr_array_add (paths, g_strdup (path));
    }
}

GPtrArray *
buoy_policy_folders_list (const char *root)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  add_main_files (root, paths);
  add_drop_ins (root, paths);
  return paths;
}
