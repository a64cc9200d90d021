/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "e-buoy-looked-back.h"

#define STOPPED "-" /* mark of accounts that the reader stopped */

static char *
get_record (void)
{
  return g_build_filename (g_get_user_state_dir (), "bellbuoy", "looked-back", NULL);
}

char **
e_buoy_looked_back_read (void)
{
  g_autofree char *path = get_record ();
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return g_new0 (char *, 1);
  return g_strsplit (text, "\n", -1);
}

static gboolean
has_line (char **record, const char *uid, const char *mark)
{
  g_autofree char *line = g_strconcat (mark, uid, NULL);

  return g_strv_contains ((const char *const *) record, line);
}

gboolean
e_buoy_looked_back_has (char **record, const char *uid)
{
  return has_line (record, uid, "") || has_line (record, uid, STOPPED);
}

void
e_buoy_looked_back_add (const char *uid, gboolean is_stopped)
{
  const char *mark = is_stopped ? STOPPED : "";
  g_autofree char *path = get_record ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_auto (GStrv) record = e_buoy_looked_back_read ();
  g_autofree char *before = g_strjoinv ("\n", record);
  g_autofree char *text = g_strconcat (before, mark, uid, "\n", NULL);

  if (has_line (record, uid, mark))
    return;
  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, text, -1, NULL);
}
