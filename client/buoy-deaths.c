/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "buoy-deaths.h"

#include <errno.h>
#include <signal.h>
#include <unistd.h>

#define GROUP "deaths"

static guint n_deaths; /* of this process; atomic */

static char *
dup_path (const char *client)
{
  return g_build_filename (g_get_user_state_dir (), "bellbuoy", "worker-deaths", client, NULL);
}

void
buoy_deaths_note (const char *client, gboolean is_stopped)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = dup_path (client);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = NULL;

  g_key_file_set_integer (file, GROUP, "process", (int) getpid ());
  g_key_file_set_integer (file, GROUP, "number", g_atomic_int_add (&n_deaths, 1) + 1);
  g_key_file_set_boolean (file, GROUP, "stopped", is_stopped);
  g_key_file_set_int64 (file, GROUP, "last", g_get_real_time () / G_USEC_PER_SEC);
  text = g_key_file_to_data (file, NULL, NULL);
  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}

/* Also if it belongs to another user: then its number was used again, which is rare. */
static gboolean
is_running (int process)
{
  return process > 0 && (kill (process, 0) == 0 || errno == EPERM);
}

void
buoy_deaths_get (const char *client, BuoyDeaths *out_deaths)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = dup_path (client);

  *out_deaths = (BuoyDeaths){ 0 };
  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL)
      || !is_running (g_key_file_get_integer (file, GROUP, "process", NULL)))
    return;
  out_deaths->n_deaths = (guint) MAX (g_key_file_get_integer (file, GROUP, "number", NULL), 0);
  out_deaths->is_stopped = g_key_file_get_boolean (file, GROUP, "stopped", NULL);
  out_deaths->last = g_date_time_new_from_unix_local (g_key_file_get_int64 (file, GROUP, "last", NULL));
}

void
buoy_deaths_clear (BuoyDeaths *deaths)
{
  g_clear_pointer (&deaths->last, g_date_time_unref);
}
