/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The file: a header of 64 bytes, the keys in ascending order, then four NUL-terminated strings. All numbers are
 * little-endian. Lookups never read outside the file, even if it is damaged.
 */
#include "config.h"

#include "lists/buoy-site-table.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define MAGIC "BUOYLST1"
#define N_TEXTS 4

typedef struct
{
  char magic[8];
  guint64 n_keys;
  gint64 fetched;
  guint32 n_left_out;
  guint32 n_text_bytes;
  guint8 spare[32];
} Head;

G_STATIC_ASSERT (sizeof (Head) == 64);

struct _BuoySiteTable
{
  gatomicrefcount ref_count;
  GArray *made;        /* NULL if the table is mapped from a file */
  GMappedFile *mapped; /* NULL if the table was made in memory */
  const BuoySiteKey *keys;
  gsize n_keys;
  BuoySiteOrigin origin;
};

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const BuoySiteKey left = *(const BuoySiteKey *) a, right = *(const BuoySiteKey *) b;

  return left < right ? -1 : left > right;
}

static void
drop_repeated (GArray *keys)
{
  guint n = 0;

  for (guint i = 0; i < keys->len; i++)
    if (n == 0 || g_array_index (keys, BuoySiteKey, i) != g_array_index (keys, BuoySiteKey, n - 1))
      g_array_index (keys, BuoySiteKey, n++) = g_array_index (keys, BuoySiteKey, i);
  g_array_set_size (keys, n);
}

BuoySiteTable *
buoy_site_table_new (GArray *keys)
{
  BuoySiteTable *table = g_new0 (BuoySiteTable, 1);

  g_atomic_ref_count_init (&table->ref_count);
  g_array_sort (keys, compare_keys);
  drop_repeated (keys);
  for (guint i = 0; i < keys->len; i++) /* same byte order as in a file */
    g_array_index (keys, BuoySiteKey, i) = GUINT64_TO_LE (g_array_index (keys, BuoySiteKey, i));
  table->made = keys;
  table->keys = (const BuoySiteKey *) (gpointer) keys->data;
  table->n_keys = keys->len;
  table->origin = (BuoySiteOrigin){ "", "", "", "", 0, 0 };
  return table;
}

BuoySiteTable *
buoy_site_table_ref (BuoySiteTable *table)
{
  g_atomic_ref_count_inc (&table->ref_count);
  return table;
}

void
buoy_site_table_unref (BuoySiteTable *table)
{
  if (!g_atomic_ref_count_dec (&table->ref_count))
    return;
  g_clear_pointer (&table->made, g_array_unref);
  g_clear_pointer (&table->mapped, g_mapped_file_unref);
  g_free (table);
}

/* Reads the strings after the keys; FALSE if the file is truncated. */
static gboolean
read_texts (BuoySiteTable *table, const char *text, gsize length)
{
  const char **const texts[N_TEXTS]
      = { &table->origin.source, &table->origin.format, &table->origin.etag, &table->origin.modified };

  for (guint i = 0; i < N_TEXTS; i++)
    {
      const char *end = memchr (text, '\0', length);

      if (end == NULL || !g_utf8_validate (text, -1, NULL))
        return FALSE;
      *texts[i] = text;
      length -= (gsize) (end + 1 - text);
      text = end + 1;
    }
  return length == 0;
}

static gboolean
read_head (BuoySiteTable *table, const char *bytes, gsize length)
{
  Head head;
  guint64 n_keys;

  if (length < sizeof head)
    return FALSE;
  memcpy (&head, bytes, sizeof head);
  n_keys = GUINT64_FROM_LE (head.n_keys);
  if (memcmp (head.magic, MAGIC, sizeof head.magic) != 0 || n_keys > BUOY_SITE_TABLE_MAX_KEYS
      || length != sizeof head + n_keys * sizeof (BuoySiteKey) + GUINT32_FROM_LE (head.n_text_bytes))
    return FALSE;
  table->keys = (const BuoySiteKey *) (gconstpointer) (bytes + sizeof head);
  table->n_keys = n_keys;
  table->origin.fetched = GINT64_FROM_LE (head.fetched);
  table->origin.n_left_out = GUINT32_FROM_LE (head.n_left_out);
  return read_texts (table, (const char *) (table->keys + n_keys), GUINT32_FROM_LE (head.n_text_bytes));
}

/* @file: (transfer full) (nullable). Returns: (nullable): NULL if it is not a valid table */
static BuoySiteTable *
table_of_file (GMappedFile *file)
{
  g_autoptr (BuoySiteTable) table = NULL;

  if (file == NULL)
    return NULL;
  table = g_new0 (BuoySiteTable, 1);
  g_atomic_ref_count_init (&table->ref_count);
  table->mapped = file;
  if (!read_head (table, g_mapped_file_get_contents (table->mapped), g_mapped_file_get_length (table->mapped)))
    return NULL;
  return g_steal_pointer (&table);
}

BuoySiteTable *
buoy_site_table_open (const char *path)
{
  return table_of_file (g_mapped_file_new (path, FALSE, NULL));
}

BuoySiteTable *
buoy_site_table_open_file (int file)
{
  return table_of_file (g_mapped_file_new_from_fd (file, FALSE, NULL));
}

static void
append_text (GByteArray *out, const char *text)
{
  g_byte_array_append (out, (const guint8 *) text, (guint) strlen (text) + 1);
}

/* Readable by all users if an administrator stores it; a reader's cache folder is private anyway. */
static gboolean
write_file (const char *path, const GByteArray *bytes, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0755) != 0)
    {
      g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (errno), g_strerror (errno));
      return FALSE;
    }
  return g_file_set_contents_full (path, (const char *) bytes->data, bytes->len,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, error);
}

gboolean
buoy_site_table_save (const BuoySiteTable *table, const BuoySiteOrigin *origin, const char *path, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new ((guint) (sizeof (Head) + table->n_keys * sizeof *table->keys));
  Head head = { .magic = MAGIC, .n_keys = GUINT64_TO_LE (table->n_keys), .fetched = GINT64_TO_LE (origin->fetched) };
  gsize n_keys_end;

  head.n_left_out = GUINT32_TO_LE (origin->n_left_out);
  g_byte_array_append (bytes, (const guint8 *) &head, sizeof head);
  g_byte_array_append (bytes, (const guint8 *) table->keys, (guint) (table->n_keys * sizeof *table->keys));
  n_keys_end = bytes->len;
  append_text (bytes, origin->source);
  append_text (bytes, origin->format);
  append_text (bytes, origin->etag);
  append_text (bytes, origin->modified);
  ((Head *) (gpointer) bytes->data)->n_text_bytes = GUINT32_TO_LE ((guint32) (bytes->len - n_keys_end));
  return write_file (path, bytes, error);
}

gboolean
buoy_site_table_touch (const char *path, gint64 fetched)
{
  const gint64 little = GINT64_TO_LE (fetched);
  const int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  gboolean done;

  if (fd < 0)
    return FALSE;
  done = pwrite (fd, &little, sizeof little, G_STRUCT_OFFSET (Head, fetched)) == sizeof little;
  return close (fd) == 0 && done;
}

gsize
buoy_site_table_get_n_keys (const BuoySiteTable *table)
{
  return table->n_keys;
}

const BuoySiteOrigin *
buoy_site_table_get_origin (const BuoySiteTable *table)
{
  return &table->origin;
}

static gboolean
holds_key (const BuoySiteTable *table, BuoySiteKey key)
{
  gsize low = 0, high = table->n_keys;

  while (low < high)
    {
      const gsize middle = low + (high - low) / 2;
      const BuoySiteKey found = GUINT64_FROM_LE (table->keys[middle]);

      if (found == key)
        return TRUE;
      if (found < key)
        low = middle + 1;
      else
        high = middle;
    }
  return FALSE;
}

gboolean
buoy_site_table_holds (const BuoySiteTable *table, const BuoySiteKey *keys, guint n_keys)
{
  for (guint i = 0; i < n_keys; i++)
    if (holds_key (table, keys[i]))
      return TRUE;
  return FALSE;
}
