/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads data/senders.ini once; a lookup walks up the labels of a host.
 */
#include "config.h"

#include "registry/buoy-senders.h"

#include "base/host/buoy-host.h"
#include "registry/buoy-data-lines.h"
#include "registry/buoy-data.h"

#define SENDERS "senders.ini"

static void
read_line (BuoySender *sender, const BuoyDataLines *lines, GHashTable *by_host)
{
  if (g_str_equal (lines->key, "title"))
    sender->title = lines->value;
  else if (g_str_equal (lines->key, "relay"))
    sender->relay = g_str_equal (lines->value, "true");
  else if (g_str_equal (lines->key, "authorities"))
    sender->authorities = g_str_equal (lines->value, "true");
  else if (g_str_equal (lines->key, "hosts"))
    {
      sender->hosts = buoy_data_split (lines->value);
      for (guint i = 0; sender->hosts[i] != NULL; i++)
        g_hash_table_insert (by_host, sender->hosts[i], sender);
    }
}

/* Read once, never freed. */
static gpointer
read_senders (gpointer unused)
{
  GHashTable *by_host = g_hash_table_new (g_str_hash, g_str_equal);
  BuoySender *sender = NULL;
  g_autoptr (GError) error = NULL;
  BuoyDataLines lines;

  buoy_data_lines_init (&lines, buoy_data_read_text (SENDERS));
  while (buoy_data_lines_next (&lines, &error))
    {
      if (sender == NULL || sender->id != lines.group)
        {
          sender = g_new0 (BuoySender, 1);
          sender->id = lines.group;
        }
      read_line (sender, &lines, by_host);
    }
  if (error != NULL)
    g_error ("%s: %s", SENDERS, error->message);
  return by_host;
}

const BuoySender *
buoy_senders_find_by_host (const char *ascii_host)
{
  static GOnce once = G_ONCE_INIT;

  return buoy_host_look_up (g_once (&once, read_senders, NULL), ascii_host);
}
