/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "buoy-last-use.h"

#include <glib/gstdio.h>
#include <utime.h>

#define PAUSE_US (60 * G_USEC_PER_SEC) /* a reader may open many messages a minute */

G_LOCK_DEFINE_STATIC (last_use);

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "bellbuoy", "last-use", NULL);
}

/* Whether enough time has passed since this returned TRUE. */
static gboolean
is_time (void)
{
  static gint64 last;
  const gint64 now = g_get_monotonic_time ();
  gboolean is_due;

  G_LOCK (last_use);
  is_due = last == 0 || now - last >= PAUSE_US;
  if (is_due)
    last = now;
  G_UNLOCK (last_use);
  return is_due;
}

void
buoy_last_use_note (const char *client)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  if (!is_time ())
    return;
  folder = dup_folder ();
  path = g_build_filename (folder, client, NULL);
  if (g_utime (path, NULL) == 0)
    return;
  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents_full (path, "", 0, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
}

GDateTime *
buoy_last_use_get (const char *client)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *path = g_build_filename (folder, client, NULL);
  GStatBuf info;

  return g_stat (path, &info) == 0 ? g_date_time_new_from_unix_local (info.st_mtime) : NULL;
}
