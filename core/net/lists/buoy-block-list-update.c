/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A list is read and checked as a whole before it replaces the last one.
 */
#include "config.h"

#include "net/lists/buoy-block-list-update.h"

#include "net/lists/buoy-list-guard.h"
#include "net/lists/buoy-list-source.h"
#include "lists/buoy-block-list-private.h"

#define CLOCK_SECONDS (24 * 60 * 60) /* tolerated clock skew; ignore tables that are further in the future */

static gboolean
fail (GError **error, BuoyBlockListError code, const char *what)
{
  g_set_error_literal (error, BUOY_BLOCK_LIST_ERROR, code, what);
  return FALSE;
}

/* The table at @path, unless it belongs to another subscription or is dated in the future. */
static BuoySiteTable *
open_last (const BuoyBlockList *list, const char *path, gint64 now)
{
  g_autoptr (BuoySiteTable) table = buoy_site_table_open (path);

  if (table == NULL || !buoy_block_list_is_of (list, table)
      || buoy_site_table_get_origin (table)->fetched > now + CLOCK_SECONDS)
    return NULL;
  return g_steal_pointer (&table);
}

/* NULL if @text is not a list, or contains an entry for which lists are refused. */
static BuoySiteList *
read_list (const BuoyBlockList *list, GBytes *text, GError **error)
{
  gsize length;
  const char *start = g_bytes_get_data (text, &length);
  g_autoptr (BuoySiteList) sites = NULL;

  if (buoy_site_list_is_page (start, length))
    {
      fail (error, BUOY_BLOCK_LIST_ERROR_PAGE, buoy_block_list_get_source (list));
      return NULL;
    }
  sites = buoy_site_list_read (start, length, buoy_block_list_get_format (list), buoy_list_guard_choose);
  if (sites->refused != NULL)
    fail (error, BUOY_BLOCK_LIST_ERROR_REFUSED, sites->refused);
  else if (sites->keys->len == 0 || sites->n_broken > sites->keys->len + sites->n_left_out)
    fail (error, BUOY_BLOCK_LIST_ERROR_NOT_A_LIST, buoy_block_list_get_source (list));
  else if (sites->keys->len > BUOY_SITE_TABLE_MAX_KEYS)
    fail (error, BUOY_BLOCK_LIST_ERROR_TOO_LARGE, buoy_block_list_get_source (list));
  else
    return g_steal_pointer (&sites);
  return NULL;
}

static gboolean
keep (const BuoyBlockList *list, const BuoyListText *text, const char *path, gint64 now, GError **error)
{
  g_autoptr (BuoySiteList) sites = read_list (list, text->bytes, error);
  g_autoptr (BuoySiteTable) table = NULL;
  g_autoptr (GError) cause = NULL;
  const BuoySiteOrigin origin = {
    .source = buoy_block_list_get_source (list),
    .format = buoy_block_list_get_format_name (list),
    .etag = text->etag,
    .modified = text->modified,
    .fetched = now,
    .n_left_out = sites != NULL ? sites->n_left_out : 0,
  };

  if (sites == NULL)
    return FALSE;
  table = buoy_site_table_new (g_steal_pointer (&sites->keys));
  return buoy_site_table_save (table, &origin, path, &cause)
         || fail (error, BUOY_BLOCK_LIST_ERROR_NOT_KEPT, cause->message);
}

/*< private >
 * buoy_block_list_update:
 * @list: a list
 * @folder: (nullable) (type filename): where to store the table; %NULL for the reader's own folder
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Fetches the current version of @list, and stores it after it was read and checked as a whole; if anything is wrong
 * with it, the last good version stays. Takes up to a minute: call it in a thread, or in a separate program. The
 * request is conditional (If-None-Match, If-Modified-Since) and tells the server nothing about the reader. The
 * environment variable BELLBUOY_LIST_SERVER sets a server, such as "http://127.0.0.1:8080", that may be used without
 * TLS, for tests.
 *
 * Returns: %TRUE if the stored list is up to date; %FALSE with a %BUOY_BLOCK_LIST_ERROR or %G_IO_ERROR_CANCELLED
 */
gboolean
buoy_block_list_update (BuoyBlockList *list, const char *folder, GCancellable *cancellable, GError **error)
{
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *path = NULL;
  g_autoptr (BuoySiteTable) last = NULL;
  g_autoptr (BuoyListText) text = NULL;

  g_return_val_if_fail (list != NULL, FALSE);

  path = buoy_block_list_get_path (list, folder);
  last = open_last (list, path, now);
  text = buoy_list_source_read (buoy_block_list_get_source (list),
                                last != NULL ? buoy_site_table_get_origin (last) : NULL, cancellable, error);
  if (text == NULL)
    return FALSE;
  if (text->bytes != NULL)
    return keep (list, text, path, now, error);
  return buoy_site_table_touch (path, now) || fail (error, BUOY_BLOCK_LIST_ERROR_NOT_KEPT, path);
}
