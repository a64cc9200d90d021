/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Files are mapped, folders are walked in name order; an mbox is cut at its "From " lines without copying.
 */
#include "config.h"

#include "cli-input.h"

#include <string.h>
#include <unistd.h>

static const char mbox_from[] = "From ";

/* Whether a line that begins here is an mbox separator: "From sender date", with a time in it (RFC 4155). */
static gboolean
is_separator (const char *line, gsize length)
{
  const char *end = memchr (line, '\n', length);
  const gsize line_length = end != NULL ? (gsize) (end - line) : length;

  return line_length > sizeof mbox_from && memcmp (line, mbox_from, sizeof mbox_from - 1) == 0
         && memchr (line, ':', line_length) != NULL
         && memchr (line, '@', MIN (line_length, 200)) != NULL;
}

/* Length of the first message of an mbox: up to the next separator after an empty line. */
static gsize
first_length (const char *data, gsize length)
{
  for (gsize at = 0; at + 1 < length;)
    {
      const char *blank = memmem (data + at, length - at, "\n\n", 2);
      gsize next;

      if (blank == NULL)
        break;
      next = (gsize) (blank - data) + 2;
      if (is_separator (data + next, length - next))
        return next;
      at = next - 1;
    }
  return length;
}

static void
read_mbox (const char *path, GBytes *bytes, CliMessageFunc func, gpointer user_data)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  guint index = 0;

  for (gsize at = 0; at < length;)
    {
      const gsize one = first_length (data + at, length - at);
      g_autoptr (GBytes) message = g_bytes_new_from_bytes (bytes, at, one);

      func (path, index++, message, NULL, user_data);
      at += one;
    }
}

static void
read_bytes (const char *path, GBytes *bytes, CliMessageFunc func, gpointer user_data)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length > 0 && is_separator (data, length))
    read_mbox (path, bytes, func, user_data);
  else
    func (path, 0, bytes, NULL, user_data);
}

static void
read_file (const char *path, CliMessageFunc func, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, &error);
  g_autoptr (GBytes) bytes = NULL;

  if (mapped == NULL)
    {
      func (path, 0, NULL, error, user_data);
      return;
    }
  bytes = g_mapped_file_get_bytes (mapped);
  read_bytes (path, bytes, func, user_data);
}

static void
read_standard_input (CliMessageFunc func, gpointer user_data)
{
  GByteArray *array = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  guint8 block[65536];
  ssize_t n;

  while ((n = read (STDIN_FILENO, block, sizeof block)) > 0)
    g_byte_array_append (array, block, (guint) n);
  bytes = g_byte_array_free_to_bytes (array);
  read_bytes ("-", bytes, func, user_data);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names in the folder, sorted; hidden files left out. NULL with @error set where it can't be read. */
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

/* A Maildir's tmp holds half-written deliveries (and Courier's index files are no mail). */
static gboolean
is_maildir (const char *path)
{
  g_autofree char *cur = g_build_filename (path, "cur", NULL);
  g_autofree char *new = g_build_filename (path, "new", NULL);

  return g_file_test (cur, G_FILE_TEST_IS_DIR) && g_file_test (new, G_FILE_TEST_IS_DIR);
}

static void
read_folder (const char *path, CliMessageFunc func, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = list_folder (path, &error);
  const gboolean maildir = is_maildir (path);

  if (names == NULL)
    {
      func (path, 0, NULL, error, user_data);
      return;
    }
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *child = g_build_filename (path, name, NULL);
      const gboolean is_folder = g_file_test (child, G_FILE_TEST_IS_DIR);

      if (maildir && (!is_folder || g_str_equal (name, "tmp")))
        continue;
      cli_input_read (child, func, user_data);
    }
}

void
cli_input_read (const char *path, CliMessageFunc func, gpointer data)
{
  if (g_str_equal (path, "-"))
    read_standard_input (func, data);
  else if (g_file_test (path, G_FILE_TEST_IS_DIR))
    read_folder (path, func, data);
  else
    read_file (path, func, data);
}

guint
cli_input_count (const char *path)
{
  g_autoptr (GPtrArray) names = NULL;
  guint count = 0;

  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    return 1;
  names = list_folder (path, NULL);
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      g_autofree char *child = g_build_filename (path, g_ptr_array_index (names, i), NULL);

      count += cli_input_count (child);
    }
  return count;
}
