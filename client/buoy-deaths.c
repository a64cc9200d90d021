/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "buoy-deaths.h"

#include <string.h>
#include <unistd.h>

#define GROUP "deaths"
#define STARTTIME 20 /* counted from the parenthesis after the name (proc(5)) */

static guint n_deaths; /* of this process; atomic */

static char *
dup_path (const char *client)
{
  return g_build_filename (g_get_user_state_dir (), "bellbuoy", "worker-deaths", client, NULL);
}

/* When @process began, in clock ticks since the machine did; 0: it does not run. */
static guint64
get_start (int process)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", process);
  g_autofree char *text = NULL;
  g_auto (GStrv) fields = NULL;
  const char *name_end;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  name_end = strrchr (text, ')');
  fields = g_strsplit (name_end != NULL ? name_end : "", " ", -1);
  return g_strv_length (fields) > STARTTIME ? g_ascii_strtoull (fields[STARTTIME], NULL, 10) : 0;
}

void
buoy_deaths_note (const char *client, gboolean is_stopped)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = dup_path (client);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = NULL;

  g_key_file_set_integer (file, GROUP, "process", (int) getpid ());
  g_key_file_set_uint64 (file, GROUP, "start", get_start ((int) getpid ()));
  g_key_file_set_integer (file, GROUP, "number", g_atomic_int_add (&n_deaths, 1) + 1);
  g_key_file_set_boolean (file, GROUP, "stopped", is_stopped);
  g_key_file_set_int64 (file, GROUP, "last", g_get_real_time () / G_USEC_PER_SEC);
  text = g_key_file_to_data (file, NULL, NULL);
  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}

/* Not if another process has its number now, as after a restart of the machine. */
static gboolean
is_running (GKeyFile *file)
{
  const guint64 start = g_key_file_get_uint64 (file, GROUP, "start", NULL);

  return start != 0 && start == get_start (g_key_file_get_integer (file, GROUP, "process", NULL));
}

void
buoy_deaths_get (const char *client, BuoyDeaths *out_deaths)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = dup_path (client);

  *out_deaths = (BuoyDeaths){ 0 };
  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL) || !is_running (file))
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
