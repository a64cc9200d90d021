/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads data/senders.ini once; a lookup walks up the labels of a host.
 */
#include "config.h"

#include "registry/buoy-senders.h"

#include "base/host/buoy-host.h"
#include "registry/buoy-data.h"

#define SENDERS "senders.ini"

static BuoySender *
read_sender (GKeyFile *file, const char *id)
{
  BuoySender *sender = g_new0 (BuoySender, 1);

  sender->id = g_strdup (id);
  sender->title = g_key_file_get_string (file, id, "title", NULL);
  sender->relay = g_key_file_get_boolean (file, id, "relay", NULL);
  sender->authorities = g_key_file_get_boolean (file, id, "authorities", NULL);
  sender->hosts = g_key_file_get_string_list (file, id, "hosts", NULL, NULL);
  return sender;
}

/* Read once, never freed. */
static gpointer
read_senders (gpointer unused)
{
  g_autoptr (GKeyFile) file = buoy_data_read_key_file (SENDERS);
  g_auto (GStrv) ids = g_key_file_get_groups (file, NULL);
  GHashTable *by_host = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      BuoySender *sender = read_sender (file, ids[i]);

      for (guint j = 0; sender->hosts != NULL && sender->hosts[j] != NULL; j++)
        g_hash_table_insert (by_host, sender->hosts[j], sender);
    }
  return by_host;
}

const BuoySender *
buoy_senders_find_by_host (const char *ascii_host)
{
  static GOnce once = G_ONCE_INIT;

  return buoy_host_look_up (g_once (&once, read_senders, NULL), ascii_host);
}
