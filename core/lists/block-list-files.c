/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Checks for a newer table at each use, because another program updates it.
 */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "lists/buoy-block-list-private.h"

static const char *const format_names[] = {
  [BUOY_SITE_FORMAT_HOSTS] = "hosts",
  [BUOY_SITE_FORMAT_DOMAINS] = "domains",
  [BUOY_SITE_FORMAT_URLS] = "urls",
};

gboolean
buoy_block_list_read_format (const char *word, BuoySiteFormat *out_format)
{
  for (guint i = 0; i < G_N_ELEMENTS (format_names); i++)
    if (g_str_equal (word, format_names[i]))
      {
        *out_format = (BuoySiteFormat) i;
        return TRUE;
      }
  return FALSE;
}

const char *
buoy_block_list_get_format_name (const BuoyBlockList *list)
{
  return format_names[list->format];
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

/* Whether this process can open nothing more. */
static gboolean
is_shortage (int why)
{
  return why == EMFILE || why == ENFILE || why == ENOMEM;
}

/* Whether a file is there that this process could open if it had fewer files open. */
static gboolean
is_out_of_reach (const char *path)
{
  int file;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return FALSE;
  file = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (file >= 0)
    close (file);
  return file < 0 && is_shortage (errno);
}

/* Ignores a file that was made for another subscription with the same name. */
static void
look_at (const BuoyBlockList *list, BuoyListPlace *place)
{
  GStatBuf found = { 0 };

  if (place->path == NULL)
    return;
  if (g_stat (place->path, &found) != 0)
    memset (&found, 0, sizeof found);
  if (is_same_file (&found, &place->found))
    return;
  place->found = found;
  g_clear_pointer (&place->table, buoy_site_table_unref);
  place->table = S_ISREG (found.st_mode) ? buoy_site_table_open (place->path) : NULL;
  if (place->table == NULL && is_out_of_reach (place->path))
    memset (&place->found, 0, sizeof place->found); /* try again at the next use */
  if (place->table != NULL && !buoy_block_list_is_of (list, place->table))
    g_clear_pointer (&place->table, buoy_site_table_unref);
}

/* Call with the mutex locked. NULL if there is no table. */
static BuoyListPlace *
find_newest (BuoyBlockList *list)
{
  BuoyListPlace *newest = NULL;

  for (guint i = 0; i < BUOY_LIST_N_PLACES; i++)
    {
      BuoyListPlace *place = &list->places[i];

      look_at (list, place);
      if (place->table != NULL
          && (newest == NULL
              || buoy_site_table_get_origin (place->table)->fetched
                     > buoy_site_table_get_origin (newest->table)->fetched))
        newest = place;
    }
  return newest;
}

BuoySiteTable *
buoy_block_list_get_table (BuoyBlockList *list)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&list->mutex);
  const BuoyListPlace *newest = find_newest (list);

  return newest != NULL ? buoy_site_table_ref (newest->table) : NULL;
}

gboolean
buoy_block_list_open_file (BuoyBlockList *list, int *out_file)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&list->mutex);
  const BuoyListPlace *newest = find_newest (list);

  *out_file = -1;
  for (guint i = 0; i < BUOY_LIST_N_PLACES; i++)
    if (list->places[i].table == NULL && is_out_of_reach (list->places[i].path))
      return FALSE;
  if (newest == NULL || newest->path == NULL)
    return TRUE;
  *out_file = g_open (newest->path, O_RDONLY | O_CLOEXEC, 0);
  return *out_file >= 0 || !is_shortage (errno);
}

void
buoy_block_list_set_file (BuoyBlockList *list, int file)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&list->mutex);
  BuoySiteTable **table = &list->places[BUOY_LIST_PLACE_GIVEN].table;

  for (guint i = 0; i < BUOY_LIST_N_PLACES; i++)
    {
      g_clear_pointer (&list->places[i].table, buoy_site_table_unref);
      g_clear_pointer (&list->places[i].path, g_free);
    }
  *table = file >= 0 ? buoy_site_table_open_file (file) : NULL;
  if (*table != NULL && !buoy_block_list_is_of (list, *table))
    g_clear_pointer (table, buoy_site_table_unref);
}
