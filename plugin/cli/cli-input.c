/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Folders are walked in name order. Within them, links to folders are not followed, since two links to "." already make
 * 2^40 paths, and only regular files are read: a pipe might have no writer.
 */
#include "config.h"

#include "cli-input.h"

#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>

#include "cli-mbox.h"
#include "cli.h"

typedef struct
{
  CliMessageFunc func; /* NULL: the files are only counted */
  gpointer data;
  guint n_files;
} Walk;

static void visit (Walk *walk, const char *path);

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names in the folder, sorted, without hidden files. NULL with @error set if it can't be read. */
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
    if (name[0] != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* A Maildir's tmp contains partial deliveries (and Courier's index files are no mail). */
static gboolean
is_maildir (const char *path)
{
  g_autofree char *cur = g_build_filename (path, "cur", NULL);
  g_autofree char *new = g_build_filename (path, "new", NULL);

  return g_file_test (cur, G_FILE_TEST_IS_DIR) && g_file_test (new, G_FILE_TEST_IS_DIR);
}

static void
read_file (Walk *walk, const char *path)
{
  walk->n_files++;
  if (walk->func != NULL)
    cli_mbox_read (path, walk->func, walk->data);
}

static void
leave_out (const Walk *walk, const char *path, const char *why)
{
  if (walk->func != NULL)
    cli_complain (path, why);
}

static void
visit_link (Walk *walk, const char *path)
{
  struct stat target;

  if (stat (path, &target) == 0 && S_ISDIR (target.st_mode))
    leave_out (walk, path, _ ("skipped: a link to a folder"));
  else if (stat (path, &target) == 0 && !S_ISREG (target.st_mode))
    leave_out (walk, path, _ ("skipped: not a file"));
  else
    read_file (walk, path);
}

/* One entry of a folder. */
static void
visit_entry (Walk *walk, const char *path)
{
  struct stat info;

  if (lstat (path, &info) != 0 || S_ISREG (info.st_mode))
    read_file (walk, path); /* it reports the error */
  else if (S_ISLNK (info.st_mode))
    visit_link (walk, path);
  else if (S_ISDIR (info.st_mode))
    visit (walk, path);
  else
    leave_out (walk, path, _ ("skipped: not a file"));
}

static void
visit_folder (Walk *walk, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = list_folder (path, &error);
  const gboolean maildir = is_maildir (path);

  if (names == NULL && walk->func != NULL)
    {
      const CliMessage message = { .path = path, .error = error };

      walk->func (&message, walk->data);
    }
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
visit (Walk *walk, const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    visit_folder (walk, path);
  else
    read_file (walk, path);
}

void
cli_input_read (const char *path, CliMessageFunc func, gpointer data)
{
  Walk walk = { .func = func, .data = data };

  visit (&walk, path);
}

guint
cli_input_count (const char *path)
{
  Walk walk = { 0 };

  visit (&walk, path);
  return walk.n_files;
}
