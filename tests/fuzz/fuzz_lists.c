/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Any bytes as a list in each format, as the file of a table, and as an address that is looked up.
 */
#include "config.h"

#include "fuzz.h"
#include "lists/buoy-block-list.h"
#include "lists/buoy-own-sites.h"
#include "lists/buoy-site-reader.h"
#include "lists/buoy-site-table.h"
#include "net/lists/buoy-list-guard.h"

#include <glib/gstdio.h>

static void
look_up_in (BuoySiteTable *table, const char *text)
{
  g_autoptr (BuoyUrl) url = buoy_url_parse (text, NULL);
  BuoySiteKey keys[BUOY_SITE_MAX_KEYS];
  const guint n_keys = url != NULL ? buoy_site_find_keys (url, keys) : 0;

  if (n_keys > BUOY_SITE_MAX_KEYS)
    abort ();
  buoy_site_table_holds (table, keys, n_keys);
}

/* What one program wrote, another may have damaged. */
static void
open_as_table (const uint8_t *data, size_t size, const char *text)
{
  g_autofree char *path = NULL;
  const int fd = g_file_open_tmp ("bellbuoy-fuzz-XXXXXX", &path, NULL);
  g_autoptr (BuoySiteTable) table = NULL;

  g_close (fd, NULL);
  if (g_file_set_contents (path, (const char *) data, (gssize) size, NULL))
    table = buoy_site_table_open (path);
  if (table != NULL)
    look_up_in (table, text);
  g_unlink (path);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  BuoyOwnSites *own = buoy_own_sites_new ();
  g_autoptr (BuoyBlockList) subscription G_GNUC_UNUSED = buoy_block_list_new (valid, NULL);

  for (int format = BUOY_SITE_FORMAT_HOSTS; format <= BUOY_SITE_FORMAT_URLS; format++)
    {
      g_autoptr (BuoySiteList) list
          = buoy_site_list_read ((const char *) data, size, (BuoySiteFormat) format, buoy_list_guard_choose);
      g_autoptr (BuoySiteTable) table = buoy_site_table_new (g_steal_pointer (&list->keys));

      look_up_in (table, valid);
    }
  buoy_site_list_is_page ((const char *) data, size);
  buoy_own_sites_add (own, valid);
  buoy_own_sites_free (own);
  open_as_table (data, size, valid);
  return 0;
}
