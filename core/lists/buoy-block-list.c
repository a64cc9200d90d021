/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A table is looked for again whenever it is needed, since another program renews it.
 */
#include "config.h"

#include "lists/buoy-block-list-private.h"

#include <glib/gstdio.h>
#include <string.h>

#define FILE_ENDING ".sites"
#define MAX_NAME_BYTES 64

/* A file that may keep the list, as it was when it was last looked at. */
typedef struct
{
  char *path;
  GStatBuf found;
  BuoySiteTable *table; /* NULL: none of this list */
} Place;

enum
{
  PLACE_READER,
  PLACE_SYSTEM,
  N_PLACES
};

struct _BuoyBlockList
{
  char *name;
  char *source;
  BuoySiteFormat format;
  GMutex mutex;
  Place places[N_PLACES]; /* with @mutex */
};

static const char *const format_names[] = {
  [BUOY_SITE_FORMAT_HOSTS] = "hosts",
  [BUOY_SITE_FORMAT_DOMAINS] = "domains",
  [BUOY_SITE_FORMAT_URLS] = "urls",
};

/**
 * buoy_block_list_error_quark:
 *
 * Gives the domain of the errors of #BuoyBlockListError.
 *
 * Returns: the domain
 *
 * Since: 0.2
 */
GQuark
buoy_block_list_error_quark (void)
{
  return g_quark_from_static_string ("buoy-block-list-error-quark");
}

G_DEFINE_BOXED_TYPE (BuoyBlockList, buoy_block_list, buoy_block_list_ref, buoy_block_list_unref)

/* It names a file, and is shown. */
static gboolean
is_name (const char *text)
{
  const gsize length = strlen (text);

  return length > 0 && length <= MAX_NAME_BYTES && g_ascii_isalnum (*text)
         && strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") == length;
}

static gboolean
read_format (const char *word, BuoySiteFormat *out_format)
{
  for (guint i = 0; i < G_N_ELEMENTS (format_names); i++)
    if (g_str_equal (word, format_names[i]))
      {
        *out_format = (BuoySiteFormat) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * buoy_block_list_new:
 * @words: "NAME FORMAT SOURCE", as people write it in options and settings: a name of letters, digits, "-", "_" and
 *   "."; "hosts", "domains" or "urls"; an https URL or the path of a file
 * @error: return location
 *
 * Reads a subscription. The list itself is whatever was last kept of it on this machine.
 *
 * Returns: (transfer full) (nullable): the list, or %NULL with %BUOY_BLOCK_LIST_ERROR_WORDS
 *
 * Since: 0.2
 */
BuoyBlockList *
buoy_block_list_new (const char *words, GError **error)
{
  g_autofree char *bare = NULL;
  g_auto (GStrv) parts = NULL;
  BuoySiteFormat format;
  BuoyBlockList *list;

  g_return_val_if_fail (words != NULL, NULL);

  bare = g_strstrip (g_strdup (words));
  parts = g_strsplit (bare, " ", 3);
  if (g_strv_length (parts) < 3 || !is_name (parts[0]) || !read_format (parts[1], &format)
      || *g_strchug (parts[2]) == '\0')
    {
      g_set_error_literal (error, BUOY_BLOCK_LIST_ERROR, BUOY_BLOCK_LIST_ERROR_WORDS, words);
      return NULL;
    }
  list = g_atomic_rc_box_new0 (BuoyBlockList);
  list->name = g_strdup (parts[0]);
  list->source = g_strdup (parts[2]);
  list->format = format;
  g_mutex_init (&list->mutex);
  list->places[PLACE_READER].path = buoy_block_list_get_path (list, NULL);
  list->places[PLACE_SYSTEM].path = buoy_block_list_get_path (list, BUOY_BLOCK_LIST_SYSTEM_FOLDER);
  return list;
}

/**
 * buoy_block_list_ref:
 * @list: a list
 *
 * Takes a reference; any thread may.
 *
 * Returns: (transfer full): @list
 *
 * Since: 0.2
 */
BuoyBlockList *
buoy_block_list_ref (BuoyBlockList *list)
{
  g_return_val_if_fail (list != NULL, NULL);

  return g_atomic_rc_box_acquire (list);
}

static void
list_clear (gpointer data)
{
  BuoyBlockList *list = data;

  for (guint i = 0; i < N_PLACES; i++)
    {
      g_clear_pointer (&list->places[i].table, buoy_site_table_unref);
      g_free (list->places[i].path);
    }
  g_mutex_clear (&list->mutex);
  g_free (list->name);
  g_free (list->source);
}

/**
 * buoy_block_list_unref:
 * @list: (transfer full): a list
 *
 * Drops a reference; any thread may.
 *
 * Since: 0.2
 */
void
buoy_block_list_unref (BuoyBlockList *list)
{
  g_return_if_fail (list != NULL);

  g_atomic_rc_box_release_full (list, list_clear);
}

/**
 * buoy_block_list_get_name:
 * @list: a list
 *
 * Gives the name by which warnings call it.
 *
 * Returns: (transfer none): the name
 *
 * Since: 0.2
 */
const char *
buoy_block_list_get_name (const BuoyBlockList *list)
{
  g_return_val_if_fail (list != NULL, NULL);

  return list->name;
}

/**
 * buoy_block_list_get_source:
 * @list: a list
 *
 * Tells where it comes from.
 *
 * Returns: (transfer none): a URL or a path
 *
 * Since: 0.2
 */
const char *
buoy_block_list_get_source (const BuoyBlockList *list)
{
  g_return_val_if_fail (list != NULL, NULL);

  return list->source;
}

BuoySiteFormat
buoy_block_list_get_format (const BuoyBlockList *list)
{
  return list->format;
}

const char *
buoy_block_list_get_format_name (const BuoyBlockList *list)
{
  return format_names[list->format];
}

char *
buoy_block_list_get_path (const BuoyBlockList *list, const char *folder)
{
  g_autofree char *name = g_strconcat (list->name, FILE_ENDING, NULL);

  if (folder != NULL)
    return g_build_filename (folder, name, NULL);
  return g_build_filename (g_get_user_cache_dir (), "bellbuoy", "lists", name, NULL);
}

gboolean
buoy_block_list_is_of (const BuoyBlockList *list, const BuoySiteTable *table)
{
  const BuoySiteOrigin *origin = buoy_site_table_get_origin (table);

  return g_str_equal (origin->source, list->source) && g_str_equal (origin->format, format_names[list->format]);
}

static gboolean
is_same_file (const GStatBuf *a, const GStatBuf *b)
{
  return a->st_ino == b->st_ino && a->st_dev == b->st_dev && a->st_size == b->st_size
         && a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* A file of another subscription of that name is none of this one. */
static void
look_at (const BuoyBlockList *list, Place *place)
{
  GStatBuf found = { 0 };

  if (g_stat (place->path, &found) != 0)
    memset (&found, 0, sizeof found);
  if (is_same_file (&found, &place->found))
    return;
  place->found = found;
  g_clear_pointer (&place->table, buoy_site_table_unref);
  place->table = S_ISREG (found.st_mode) ? buoy_site_table_open (place->path) : NULL;
  if (place->table != NULL && !buoy_block_list_is_of (list, place->table))
    g_clear_pointer (&place->table, buoy_site_table_unref);
}

BuoySiteTable *
buoy_block_list_get_table (BuoyBlockList *list)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&list->mutex);
  BuoySiteTable *newest = NULL;

  for (guint i = 0; i < N_PLACES; i++)
    {
      BuoySiteTable *table;

      look_at (list, &list->places[i]);
      table = list->places[i].table;
      if (table != NULL
          && (newest == NULL
              || buoy_site_table_get_origin (table)->fetched > buoy_site_table_get_origin (newest)->fetched))
        newest = table;
    }
  return newest != NULL ? buoy_site_table_ref (newest) : NULL;
}

/**
 * buoy_block_list_get_fetched:
 * @list: a list
 *
 * Tells when it was last known to be the newest.
 *
 * Returns: seconds since 1970; 0 where nothing is kept of it
 *
 * Since: 0.2
 */
gint64
buoy_block_list_get_fetched (BuoyBlockList *list)
{
  g_autoptr (BuoySiteTable) table = NULL;

  g_return_val_if_fail (list != NULL, 0);

  table = buoy_block_list_get_table (list);
  return table == NULL ? 0 : buoy_site_table_get_origin (table)->fetched;
}

/**
 * buoy_block_list_get_n_entries:
 * @list: a list
 *
 * Counts its sites.
 *
 * Returns: how many there are
 *
 * Since: 0.2
 */
guint64
buoy_block_list_get_n_entries (BuoyBlockList *list)
{
  g_autoptr (BuoySiteTable) table = NULL;

  g_return_val_if_fail (list != NULL, 0);

  table = buoy_block_list_get_table (list);
  return table == NULL ? 0 : buoy_site_table_get_n_keys (table);
}

/**
 * buoy_block_list_get_n_left_out:
 * @list: a list
 *
 * Counts the entries that were not taken, since they name a host that many share, or a well-known site as a whole.
 *
 * Returns: how many there are
 *
 * Since: 0.2
 */
guint
buoy_block_list_get_n_left_out (BuoyBlockList *list)
{
  g_autoptr (BuoySiteTable) table = NULL;

  g_return_val_if_fail (list != NULL, 0);

  table = buoy_block_list_get_table (list);
  return table == NULL ? 0 : buoy_site_table_get_origin (table)->n_left_out;
}

/**
 * buoy_block_list_holds:
 * @list: a list
 * @url: an address, or a host
 *
 * Looks an address up, as a browser would open it. Nothing leaves the machine.
 *
 * Returns: whether the list holds it
 *
 * Since: 0.2
 */
gboolean
buoy_block_list_holds (BuoyBlockList *list, const char *url)
{
  g_autoptr (BuoySiteTable) table = NULL;
  g_autoptr (BuoyUrl) parsed = NULL;
  BuoySiteKey keys[BUOY_SITE_MAX_KEYS];

  g_return_val_if_fail (list != NULL, FALSE);
  g_return_val_if_fail (url != NULL, FALSE);

  table = buoy_block_list_get_table (list);
  parsed = buoy_site_read_url (url);
  return table != NULL && buoy_site_table_holds (table, keys, buoy_site_find_keys (parsed, keys));
}
