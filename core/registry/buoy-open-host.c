/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads data/open-hosts.ini once; a lookup walks up the labels of a host.
 */
#include "config.h"

#include "registry/buoy-open-host.h"

#include "base/host/buoy-host.h"
#include "registry/buoy-data.h"

#define OPEN_HOSTS "open-hosts.ini"
#define NAMED G_MAXINT /* an exception below an open host, where people share only one kind of thing */

static void
add_group (GHashTable *hosts, GKeyFile *file, const char *group, int kind)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    g_hash_table_insert (hosts, g_strdup (keys[i]), GINT_TO_POINTER (kind));
}

static gpointer
read_hosts (gpointer unused)
{
  g_autoptr (GKeyFile) file = buoy_data_read_key_file (OPEN_HOSTS);
  GHashTable *hosts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  add_group (hosts, file, "shorteners", BUOY_OPEN_HOST_SHORTENER);
  add_group (hosts, file, "publishing", BUOY_OPEN_HOST_PUBLISHING);
  add_group (hosts, file, "named", NAMED);
  return hosts;
}

BuoyOpenHost
buoy_open_host_classify (const char *ascii_host)
{
  static GOnce once = G_ONCE_INIT;
  const int kind = GPOINTER_TO_INT (buoy_host_look_up (g_once (&once, read_hosts, NULL), ascii_host));

  return kind != NAMED ? (BuoyOpenHost) kind : BUOY_OPEN_HOST_NONE;
}
