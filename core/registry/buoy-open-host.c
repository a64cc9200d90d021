/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads data/open-hosts.ini once; a lookup walks up the labels of a host.
 */
#include "config.h"

#include "registry/buoy-open-host.h"

#include "base/host/buoy-host.h"
#include "registry/buoy-data-lines.h"
#include "registry/buoy-data.h"

#define OPEN_HOSTS "open-hosts.ini"
#define NAMED G_MAXINT /* an exception below an open host, where people share only one kind of thing */

static const struct
{
  const char *group;
  int kind;
} kinds[] = {
  { "shorteners", BUOY_OPEN_HOST_SHORTENER },
  { "publishing", BUOY_OPEN_HOST_PUBLISHING },
  { "named", NAMED },
};

static int
kind_of_group (const char *group)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (group, kinds[i].group))
      return kinds[i].kind;
  g_error ("%s: there is no group “%s”", OPEN_HOSTS, group);
}

/* Read once, never freed. */
static gpointer
read_hosts (gpointer unused)
{
  GHashTable *hosts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  BuoyDataLines lines;

  buoy_data_lines_init (&lines, buoy_data_read_text (OPEN_HOSTS));
  while (buoy_data_lines_next (&lines, &error))
    g_hash_table_insert (hosts, lines.key, GINT_TO_POINTER (kind_of_group (lines.group)));
  if (error != NULL)
    g_error ("%s: %s", OPEN_HOSTS, error->message);
  return hosts;
}

BuoyOpenHost
buoy_open_host_classify (const char *ascii_host)
{
  static GOnce once = G_ONCE_INIT;
  const int kind = GPOINTER_TO_INT (buoy_host_look_up (g_once (&once, read_hosts, NULL), ascii_host));

  return kind != NAMED ? (BuoyOpenHost) kind : BUOY_OPEN_HOST_NONE;
}
