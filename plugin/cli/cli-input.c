/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Folders are read in the order of names, and each file once, no matter how many symbolic links lead to it: two links
 * to "." already make 2^40 paths. Only regular files are read: a pipe might have no writer.
 */
#include "config.h"

#include "cli-input.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli-mbox.h"

typedef struct
{
  CliMessageFunc func; /* NULL to only add up the sizes */
  gpointer data;
  gboolean follow_links;
  char *root;       /* the real path of the named file or folder. (nullable) */
  GHashTable *seen; /* set of "device:inode" */
  guint64 n_bytes;
} Walk;

typedef struct
{
  Walk *walk;
  gboolean is_named;
} Source;

static void visit_folder (Walk *walk, const char *path);

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
has_folder (const char *path, const char *name)
{
  g_autofree char *folder = g_build_filename (path, name, NULL);

  return g_file_test (folder, G_FILE_TEST_IS_DIR);
}

/* A Maildir's tmp contains partial deliveries; Courier's index files are not mail. */
static gboolean
is_maildir (const char *path)
{
  return has_folder (path, "cur") && has_folder (path, "new");
}

/* Skips hidden files, except the subfolders of a Maildir (Maildir++: ".Sent"). Archives and backups leave out empty
 * folders, so one of both is enough.
 */
static gboolean
is_wanted (const char *folder, const char *name)
{
  g_autofree char *path = NULL;

  if (name[0] != '.')
    return TRUE;
  path = g_build_filename (folder, name, NULL);
  return has_folder (path, "cur") || has_folder (path, "new");
}

/* The sorted names in the folder; NULL with @error set if it can't be read. */
static GPtrArray *
list_folder (const char *path, GError **error)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, error);
  GPtrArray *names;
  const char *name;

  if (folder == NULL)
    return NULL;
  names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (folder)) != NULL)
    if (is_wanted (path, name))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static gboolean
is_new (Walk *walk, const struct stat *info)
{
  return g_hash_table_add (walk->seen, g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT,
                                                        (guint64) info->st_dev, (guint64) info->st_ino));
}

static void
pass_on (const CliMessage *message, gpointer data)
{
  const Source *source = data;
  CliMessage own = *message;

  own.is_named = source->is_named;
  source->walk->func (&own, source->walk->data);
}

static void
read_file (Walk *walk, const char *path, gboolean is_named)
{
  Source source = { walk, is_named };

  if (walk->func != NULL)
    cli_mbox_read (path, pass_on, &source);
}

/* Reports why @path is not read. */
static void
leave_out (const Walk *walk, const char *path, const char *why, gboolean is_skipped)
{
  const GError error = { G_IO_ERROR, G_IO_ERROR_FAILED, (char *) why };
  const CliMessage message = { .path = path, .error = &error, .is_skipped = is_skipped };

  if (walk->func != NULL)
    walk->func (&message, walk->data);
}

/* Whether the symbolic link @path leads into the named folder. */
static gboolean
stays_inside (const Walk *walk, const char *path)
{
  g_autofree char *target = realpath (path, NULL);
  const gsize length = walk->root != NULL ? strlen (walk->root) : 0;

  return target != NULL && length > 0 && strncmp (target, walk->root, length) == 0
         && (target[length] == '\0' || target[length] == '/' || length == 1);
}

/* Visits an entry of a folder, or what it links to. */
static void
visit_target (Walk *walk, const char *path, const struct stat *info)
{
  if (!S_ISREG (info->st_mode) && !S_ISDIR (info->st_mode))
    leave_out (walk, path, _ ("skipped: not a file"), TRUE);
  else if (!is_new (walk, info))
    return;
  else if (S_ISDIR (info->st_mode))
    visit_folder (walk, path);
  else
    {
      walk->n_bytes += (guint64) info->st_size;
      read_file (walk, path, FALSE);
    }
}

static void
visit_entry (Walk *walk, const char *path)
{
  struct stat info, target;

  if (lstat (path, &info) != 0)
    leave_out (walk, path, g_strerror (errno), FALSE);
  else if (!S_ISLNK (info.st_mode))
    visit_target (walk, path, &info);
  else if (stat (path, &target) != 0)
    leave_out (walk, path, g_strerror (errno), FALSE);
  else if (walk->follow_links || !(S_ISDIR (target.st_mode) || S_ISREG (target.st_mode)) || stays_inside (walk, path))
    visit_target (walk, path, &target);
  else
    leave_out (walk, path, _ ("skipped: a link out of the folder; --follow-links reads it"), TRUE);
}

static void
visit_folder (Walk *walk, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = list_folder (path, &error);
  const gboolean maildir = is_maildir (path);

  if (names == NULL)
    leave_out (walk, path, error->message, FALSE);
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (maildir && (g_str_equal (name, "tmp") || !g_file_test (child, G_FILE_TEST_IS_DIR)))
        continue;
      visit_entry (walk, child);
    }
}

static void
visit_named (Walk *walk, const char *path)
{
  struct stat info;

  walk->root = realpath (path, NULL);
  walk->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (stat (path, &info) == 0 && S_ISDIR (info.st_mode) && is_new (walk, &info))
    visit_folder (walk, path);
  else
    {
      walk->n_bytes += stat (path, &info) == 0 && S_ISREG (info.st_mode) ? (guint64) info.st_size : 0;
      read_file (walk, path, TRUE);
    }
  g_hash_table_unref (walk->seen);
  free (walk->root);
}

void
cli_input_read (const char *path, gboolean follow_links, CliMessageFunc func, gpointer data)
{
  Walk walk = { .func = func, .data = data, .follow_links = follow_links };

  visit_named (&walk, path);
}

guint64
cli_input_measure (const char *path, gboolean follow_links)
{
  Walk walk = { .follow_links = follow_links };

  visit_named (&walk, path);
  return walk.n_bytes;
}
