/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A stored file is a policy file itself, named by the digest of the path of the one that it is of.
 */
#include "config.h"

#include "policy/buoy-policy-kept.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "policy/buoy-policy-folders.h"

#define FOLDER_MODE 0700
#define FILE_MODE 0600

/* (transfer full) */
static char *
find_folder (const char *root)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "bellbuoy", "policy", NULL);

  return buoy_policy_at_root (root, path);
}

/* (transfer full) */
static char *
name_of (const char *path)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
}

BuoyPolicyFile *
buoy_policy_kept_read (BuoyPolicyKeys *keys, const char *root, const char *path)
{
  g_autofree char *folder = find_folder (root);
  g_autofree char *name = name_of (path);
  g_autofree char *at = g_build_filename (folder, name, NULL);
  BuoyPolicyFile *kept;

  if (!g_file_test (at, G_FILE_TEST_IS_REGULAR))
    return NULL;
  kept = buoy_policy_file_read (keys, at, path);
  for (guint i = 0; i < kept->entries->len; i++)
    ((BuoyPolicyEntry *) kept->entries->pdata[i])->line = 0; /* it is not that of @path */
  return kept;
}

static void
print_entry (GString *text, const BuoyPolicyEntry *entry)
{
  g_autofree char *value = json_gvariant_serialize_data (entry->value, NULL);

  g_string_append_printf (text, "%s\n\"%s\": {\"value\": %s, \"locked\": %s, \"merge\": %s}", text->len > 1 ? "," : "",
                          entry->key, value, entry->is_locked ? "true" : "false", entry->is_merged ? "true" : "false");
}

/* (transfer full) */
static char *
print_file (const BuoyPolicyFile *file)
{
  GString *text = g_string_new ("{");

  for (guint i = 0; i < file->entries->len; i++)
    print_entry (text, file->entries->pdata[i]);
  g_string_append (text, "\n}\n");
  return g_string_free (text, FALSE);
}

/* If it cannot be written, a client that starts with a damaged file has only what the file still says. */
static void
write_file (const char *folder, const char *name, const BuoyPolicyFile *file)
{
  g_autofree char *at = g_build_filename (folder, name, NULL);
  g_autofree char *text = print_file (file);
  g_autofree char *stored = NULL;

  if (g_file_get_contents (at, &stored, NULL, NULL) && g_str_equal (stored, text))
    return;
  if (g_mkdir_with_parents (folder, FOLDER_MODE) == 0)
    g_file_set_contents_full (at, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, FILE_MODE, NULL);
}

/* Another client may be writing a file, under a name of its own until it is whole. */
static gboolean
is_stored (const char *name)
{
  return strlen (name) == 2 * (gsize) g_checksum_type_get_length (G_CHECKSUM_SHA256);
}

/* A file that is gone is in force no longer. */
static void
remove_others (const char *folder, GHashTable *names)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_stored (name) && !g_hash_table_contains (names, name))
      {
        g_autofree char *at = g_build_filename (folder, name, NULL);

        g_remove (at);
      }
}

void
buoy_policy_kept_write (const char *root, const GPtrArray *files)
{
  g_autofree char *folder = find_folder (root);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < files->len; i++)
    {
      const BuoyPolicyFile *file = files->pdata[i];
      char *name = name_of (file->path);

      g_hash_table_add (names, name);
      write_file (folder, name, file);
    }
  remove_others (folder, names);
}
