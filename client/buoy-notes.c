/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Rewritten as a whole, so that a full disk leaves the old file intact.
 */
#include "config.h"

#include "buoy-notes.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#define FILE_NAME "wrong-warnings.jsonl"
#define MAX_NOTES 500    /* the newest; a rule that is wrong so often is known by then */
#define LOCK_ATTEMPTS 50 /* a second in all */
#define LOCK_PAUSE_US (20 * 1000)
#define MAX_BYTES (1024 * 1024) /* a file that isn't ours is begun anew */

/* The newest lines of the file, leaving room for one note. */
static gboolean
append_old (GString *out, const char *path, GError **error)
{
  g_autoptr (GError) own_error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gsize length = 0;
  guint n_lines, first;

  if (!g_file_get_contents (path, &text, &length, &own_error))
    {
      if (g_error_matches (own_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&own_error));
      return FALSE;
    }
  if (length > MAX_BYTES)
    return TRUE;
  lines = g_strsplit (text, "\n", -1);
  n_lines = g_strv_length (lines);
  n_lines -= n_lines > 0 && *lines[n_lines - 1] == '\0' ? 1 : 0;
  first = n_lines >= MAX_NOTES ? n_lines - (MAX_NOTES - 1) : 0;
  for (guint i = first; i < n_lines; i++)
    g_string_append_printf (out, "%s\n", lines[i]);
  return TRUE;
}

/* Two clients may write at once. Without a lock a note may be lost, no more: so it is not waited for long. */
static void
lock (int descriptor)
{
  for (guint i = 0; i < LOCK_ATTEMPTS && flock (descriptor, LOCK_EX | LOCK_NB) != 0; i++)
    g_usleep (LOCK_PAUSE_US);
}

static gboolean
add (const char *folder, const char *note, GError **error)
{
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  if (!append_old (text, path, error))
    return FALSE;
  g_string_append_printf (text, "%s\n", note);
  return g_file_set_contents_full (path, text->str, (gssize) text->len, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

gboolean
buoy_notes_add (const char *folder, const char *note, GError **error)
{
  gboolean added;
  int descriptor;

  g_mkdir_with_parents (folder, 0700); /* what fails here fails below */
  descriptor = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor >= 0)
    lock (descriptor);
  added = add (folder, note, error);
  if (descriptor >= 0)
    close (descriptor);
  return added;
}

gboolean
buoy_notes_write (BuoyVerdict *verdict, GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "bellbuoy", NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *note = buoy_verdict_to_note (verdict, now);

  return buoy_notes_add (folder, note, error);
}

const char *
buoy_notes_get_subject (void)
{
  /* Translators: the subject of a mail. */
  return _ ("Bellbuoy: a warning was wrong");
}

char *
buoy_notes_thank (const char *trouble)
{
  g_autofree char *shown = trouble != NULL ? buoy_shown_text (trouble) : NULL;

  if (shown == NULL)
    return g_strdup (_ ("Thank you. This was noted on your computer, so that it can be found again. If you like, tell "
                        "your mail administrator or the Bellbuoy developers. The report below contains nothing of the "
                        "message but its sender's domain, and is not sent unless you send it."));
  /* Translators: %s tells why, as “No space left on device”. */
  return g_strdup_printf (
      _ ("Thank you. This could not be noted on your computer: %s. If you like, tell your mail "
         "administrator or the Bellbuoy developers. The report below contains nothing of the message but "
         "its sender's domain, and is not sent unless you send it."),
      shown);
}
