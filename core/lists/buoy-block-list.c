/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "lists/buoy-block-list-private.h"

#include <string.h>

#define FILE_ENDING ".sites"
#define MAX_NAME_BYTES 64

/*< private >
 * buoy_block_list_error_quark:
 *
 * Gives the domain of the errors of #BuoyBlockListError.
 *
 * Returns: the domain
 */
GQuark
buoy_block_list_error_quark (void)
{
  return g_quark_from_static_string ("buoy-block-list-error-quark");
}

/* The name is part of a file name and is shown to readers. */
static gboolean
is_name (const char *text)
{
  const gsize length = strlen (text);

  return length > 0 && length <= MAX_NAME_BYTES && g_ascii_isalnum (*text)
         && strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") == length;
}

/*< private >
 * buoy_block_list_new:
 * @words: "NAME FORMAT SOURCE", as in options and settings: a name of letters, digits, "-", "_" and "."; "hosts",
 *   "domains" or "urls"; an https URL or the path of a file
 * @error: return location
 *
 * Parses a subscription. The entries are those of the table that was last stored on this machine.
 *
 * Returns: (transfer full) (nullable): the list, or %NULL with %BUOY_BLOCK_LIST_ERROR_WORDS
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
  if (g_strv_length (parts) < 3 || !is_name (parts[0]) || !buoy_block_list_read_format (parts[1], &format)
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
  list->places[BUOY_LIST_PLACE_READER].path = buoy_block_list_get_path (list, NULL);
  list->places[BUOY_LIST_PLACE_SYSTEM].path = buoy_block_list_get_path (list, BUOY_BLOCK_LIST_SYSTEM_FOLDER);
  return list;
}

/*< private >
 * buoy_block_list_ref:
 * @list: a list
 *
 * Adds a reference. Any thread may call this.
 *
 * Returns: (transfer full): @list
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

  for (guint i = 0; i < BUOY_LIST_N_PLACES; i++)
    {
      g_clear_pointer (&list->places[i].table, buoy_site_table_unref);
      g_free (list->places[i].path);
    }
  g_mutex_clear (&list->mutex);
  g_free (list->name);
  g_free (list->source);
}

/*< private >
 * buoy_block_list_unref:
 * @list: (transfer full): a list
 *
 * Drops a reference. Any thread may call this.
 */
void
buoy_block_list_unref (BuoyBlockList *list)
{
  g_return_if_fail (list != NULL);

  g_atomic_rc_box_release_full (list, list_clear);
}

/*< private >
 * buoy_block_list_get_name:
 * @list: a list
 *
 * Gets the name that warnings show.
 *
 * Returns: (transfer none): the name
 */
const char *
buoy_block_list_get_name (const BuoyBlockList *list)
{
  g_return_val_if_fail (list != NULL, NULL);

  return list->name;
}

/*< private >
 * buoy_block_list_get_source:
 * @list: a list
 *
 * Gets the source of the list.
 *
 * Returns: (transfer none): a URL or a path
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

static char *
dup_reader_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "bellbuoy", "lists", NULL);
}

/*< private >
 * buoy_block_list_dup_folders:
 *
 * Gets the folders in which updated lists are stored: the reader's, and the administrator's for all users of the
 * machine. Either may be missing. A client that watches them notices an update.
 *
 * Returns: (transfer full) (array zero-terminated=1): the paths
 */
char **
buoy_block_list_dup_folders (void)
{
  char **folders = g_new0 (char *, BUOY_LIST_PLACE_GIVEN + 1);

  folders[BUOY_LIST_PLACE_READER] = dup_reader_folder ();
  folders[BUOY_LIST_PLACE_SYSTEM] = g_strdup (BUOY_BLOCK_LIST_SYSTEM_FOLDER);
  return folders;
}

char *
buoy_block_list_get_path (const BuoyBlockList *list, const char *folder)
{
  g_autofree char *name = g_strconcat (list->name, FILE_ENDING, NULL);
  g_autofree char *reader = folder == NULL ? dup_reader_folder () : NULL;

  return g_build_filename (folder != NULL ? folder : reader, name, NULL);
}

/*< private >
 * buoy_block_list_get_fetched:
 * @list: a list
 *
 * Gets the time when the stored list was last known to be up to date.
 *
 * Returns: seconds since 1970; 0 if no table is stored
 */
gint64
buoy_block_list_get_fetched (BuoyBlockList *list)
{
  g_autoptr (BuoySiteTable) table = NULL;

  g_return_val_if_fail (list != NULL, 0);

  table = buoy_block_list_get_table (list);
  return table == NULL ? 0 : buoy_site_table_get_origin (table)->fetched;
}

/*< private >
 * buoy_block_list_get_n_entries:
 * @list: a list
 *
 * Gets the number of entries.
 *
 * Returns: the number of entries; 0 if no table is stored
 */
guint64
buoy_block_list_get_n_entries (BuoyBlockList *list)
{
  g_autoptr (BuoySiteTable) table = NULL;

  g_return_val_if_fail (list != NULL, 0);

  table = buoy_block_list_get_table (list);
  return table == NULL ? 0 : buoy_site_table_get_n_keys (table);
}

/*< private >
 * buoy_block_list_get_n_left_out:
 * @list: a list
 *
 * Gets the number of entries that were left out because they cover a whole shared host or a whole well-known site.
 *
 * Returns: the number of entries left out
 */
guint
buoy_block_list_get_n_left_out (BuoyBlockList *list)
{
  g_autoptr (BuoySiteTable) table = NULL;

  g_return_val_if_fail (list != NULL, 0);

  table = buoy_block_list_get_table (list);
  return table == NULL ? 0 : buoy_site_table_get_origin (table)->n_left_out;
}

/*< private >
 * buoy_block_list_holds:
 * @list: a list
 * @url: a URL or a host
 *
 * Looks up a URL as a browser would open it. Nothing is sent over the network.
 *
 * Returns: whether an entry of the list covers @url
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
